package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.ArchiveSigners;
import io.github.pscsdk.pluginhost.internal.archive.ArchiveStaging.Trust;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginhost.internal.archive.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The check of an archive against {@link PluginIntegrity}. */
final class IntegrityCheck {
    private IntegrityCheck() {}

    static Trust check(PluginIntegrity integrity, Path copy) throws Refusal, IOException {
        if (!integrity.isChecked()) {
            return new Trust(true, Set.of(), Optional.empty());
        }
        var sum = Sha256.of(copy);
        if (integrity.archives().contains(sum)) {
            return new Trust(true, Set.of(), Optional.empty());
        }
        // Signers are looked for only where they count: the whole archive has to be read for it.
        var signedBy = integrity.signers().isEmpty() ? new TreeSet<String>() : ArchiveSigners.of(copy);
        var trusted = signedBy.stream().filter(integrity.signers()::contains).collect(Collectors.toUnmodifiableSet());
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
}
