package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pf4j.IndexedExtensionFinder;

/** All checks of an archive that need not run its code. They look at a private copy, which is what is loaded. */
public final class ArchiveStaging {
    private static final long MOST_INDEX_BYTES = 64L << 10;
    // A plug-in offers one authenticator or two.
    private static final int MOST_EXTENSIONS = 64;
    private static final int MOST_CHARACTERS = 500;
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+(?:\\.[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+)*+");

    private final PrivateCopies copies;
    private final Set<String> disabled;
    private final PluginIntegrity integrity;

    public ArchiveStaging(PrivateCopies copies, Set<String> disabled, PluginIntegrity integrity) {
        this.copies = copies;
        this.disabled = disabled;
        this.integrity = integrity;
    }

    /** An archive that may be loaded: its name in the folder, its private copy, and why it may be used. */
    public record Staged(String file, PluginManifest manifest, PrivateCopies copies, Path copy, Trust trust) {

        public String id() {
            return manifest.id();
        }

        /** The classes that its index names, in alphabetical order. */
        public Set<String> extensions() throws Refusal {
            return ArchiveStaging.extensions(copy);
        }

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
     * @param distrust why it is not trusted, where it may be used all the same
     */
    public record Trust(boolean isForAll, Set<String> signers, Optional<Refusal> distrust) {
        /** The check of an archive against what the host trusts; refuses it where it must not be used. */
        public static Trust of(Path copy, PluginIntegrity integrity) throws Refusal, IOException {
            if (!integrity.isChecked()) {
                return new Trust(true, Set.of(), Optional.empty());
            }
            var sum = Sha256.of(copy);
            if (integrity.archives().contains(sum)) {
                return new Trust(true, Set.of(), Optional.empty());
            }
            // Signers are looked for only where they count: the whole archive has to be read for it.
            var signedBy = integrity.signers().isEmpty() ? new TreeSet<String>() : ArchiveSigners.of(copy);
            var trusted =
                    signedBy.stream().filter(integrity.signers()::contains).collect(Collectors.toUnmodifiableSet());
            if (!trusted.isEmpty()) {
                return new Trust(!integrity.isStrict(), trusted, Optional.empty());
            }
            var refusal = new Refusal(
                    PluginProblem.NOT_PINNED,
                    "is not trusted",
                    Map.of("sha256", sum, "signers", String.join(" ", signedBy)));
            if (integrity.isStrict()) {
                throw refusal;
            }
            return new Trust(true, Set.of(), Optional.of(refusal.asWarning()));
        }

        /**
         * Whether it may be used instead of another one that claims to be the same plug-in: two trusted signers need
         * not trust each other.
         */
        public boolean mayTakePlaceOf(Trust other) {
            return isForAll || !Collections.disjoint(signers, other.signers);
        }
    }

    /** Copies an archive and checks the copy; no copy is left of what is refused. */
    public Staged stage(Path archive) throws Refusal {
        if (!PluginFolder.hasEnding(archive, ".jar")) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "a plug-in is one jar archive");
        }
        try {
            var copy = copies.copy(archive);
            try {
                // First: of what is not trusted nothing is read.
                var trust = Trust.of(copy, integrity);
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
        manifest.checkContract(ContractVersion.current());
        return manifest;
    }

    /** The sorted classes that the index names. PF4J's own finder reads the indexes of all plug-ins each time. */
    static Set<String> extensions(Path archive) throws Refusal {
        var classes = new TreeSet<String>();
        for (var line : index(archive).split("[\r\n]+")) {
            var name = line.split("#", 2)[0].trim();
            if (!name.isEmpty()) {
                if (name.length() > MOST_CHARACTERS || !CLASS_NAME.matcher(name).matches()) {
                    throw refusal("its index of extensions has a line that is no class name");
                }
                classes.add(name);
                if (classes.size() > MOST_EXTENSIONS) {
                    throw refusal("its index of extensions names more than " + MOST_EXTENSIONS + " classes");
                }
            }
        }
        return classes;
    }

    private static String index(Path archive) throws Refusal {
        var text = new ByteArrayOutputStream();
        try (var jar = new JarFile(archive.toFile(), false)) {
            var index = jar.getEntry(IndexedExtensionFinder.EXTENSIONS_RESOURCE);
            if (index != null) {
                if (ArchiveBounds.transfer(jar.getInputStream(index), text, MOST_INDEX_BYTES) > MOST_INDEX_BYTES) {
                    throw ArchiveBounds.tooLarge("its index of extensions", MOST_INDEX_BYTES);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw refusal("its index of extensions cannot be read");
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Refusal refusal(String reason) {
        return new Refusal(PluginProblem.NOT_A_PLUGIN, reason);
    }
}
