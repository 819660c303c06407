package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** All checks of an archive that need not run its code. They look at a private copy, which is what is loaded. */
public final class ArchiveStaging {
    private final PrivateCopies copies;
    private final Set<String> disabled;
    private final TrustRule rule;
    private final ContractRange contract = new ContractRange(ContractVersion.current());

    public ArchiveStaging(PrivateCopies copies, Set<String> disabled, TrustRule rule) {
        this.copies = copies;
        this.disabled = disabled;
        this.rule = rule;
    }

    /**
     * An archive that may be loaded.
     *
     * @param file its name in the folder
     * @param copies where its copy is
     * @param copy of it
     * @param trust why it may be used
     */
    public record Staged(String file, PluginManifest manifest, PrivateCopies copies, Path copy, Trust trust) {

        public String id() {
            return manifest.id();
        }

        /** Whether it is the same archive, byte for byte. */
        public boolean isSameAs(Staged other) {
            try {
                return file.equals(other.file) && Files.mismatch(copy, other.copy) < 0;
            } catch (IOException e) {
                return false;
            }
        }

        public void discard() {
            copies.discard(copy);
        }
    }

    /**
     * Why an archive may be used.
     *
     * @param isForAll whether it may take the place of any other archive
     * @param signers those who are trusted
     * @param distrust why it is not trusted, where it may be used all the same; sum and signers are among the facts, for an administrator who
     *     wants to trust it
     */
    public record Trust(boolean isForAll, Set<String> signers, Optional<Refusal> distrust) {
        /** Whether it may be used instead of another one that claims to be the same plug-in: two trusted signers need not trust each other. */
        public boolean mayTakePlaceOf(Trust other) {
            return isForAll || !Collections.disjoint(signers, other.signers);
        }
    }

    /** The host's rule of what to trust. */
    @FunctionalInterface
    public interface TrustRule {
        /**
         * Looks at a copy.
         *
         * @throws Refusal why it is not trusted, where it must not be used
         */
        Trust check(Path copy) throws Refusal, IOException;
    }

    /**
     * Copies an archive and checks the copy.
     *
     * @throws Refusal why it must not be loaded; no copy is left then
     */
    public Staged stage(Path archive) throws Refusal {
        if (!PluginFolder.hasEnding(archive, ".jar")) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "a plug-in is one jar archive");
        }
        try {
            var copy = copies.copy(archive);
            try {
                // First: of what is not trusted nothing is read.
                var trust = rule.check(copy);
                return new Staged(archive.getFileName().toString(), checked(copy), copies, copy, trust);
            } catch (Refusal | IOException e) {
                copies.discard(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(
                    PluginProblem.NOT_A_PLUGIN,
                    "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private PluginManifest checked(Path copy) throws Refusal {
        var manifest = PluginManifest.read(copy);
        if (disabled.contains(manifest.id())) {
            throw new Refusal(PluginProblem.DISABLED, "is listed in disabled.txt", manifest.facts());
        }
        contract.check(manifest);
        return manifest;
    }
}
