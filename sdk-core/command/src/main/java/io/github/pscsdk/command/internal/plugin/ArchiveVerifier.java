package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.PluginDocument.Archive;
import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Content;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.PluginVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Verifies archives: as every host does, then what its class files say, and at last in a host that has nothing else. */
final class ArchiveVerifier {
    private final Locale locale;
    private final Clock clock;

    ArchiveVerifier(Locale locale, Clock clock) {
        this.locale = locale;
        this.clock = clock;
    }

    /** @throws PscException {@code INPUT_UNREADABLE} if it cannot be read any more */
    Archive verify(Path archive) throws PscException {
        var asked = PluginVerification.of(archive);
        try {
            var findings = new ArrayList<>(told(asked.findings()));
            if (asked.archive().isEmpty()) {
                return archive(archive, Optional.empty(), List.of(), findings);
            }
            var content = ArchiveContent.read(archive);
            var signature = ArchiveSignature.of(archive);
            findings.addAll(told(ArchiveChecks.of(content, asked.archive().get().extensions())));
            findings.addAll(told(signature.finding().stream().toList()));
            var authenticators = load(archive, findings);
            return archive(
                    archive, Optional.of(content(asked.archive().get(), content, signature)), authenticators, findings);
        } catch (IOException e) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "the archive cannot be read", e);
        }
    }

    private static Archive archive(
            Path archive, Optional<Content> content, List<Authenticator> authenticators, List<Finding> findings) {
        return new Archive(
                PluginVerification.fileName(archive),
                !authenticators.isEmpty() && findings.stream().noneMatch(Finding::isBlocking),
                content,
                authenticators,
                List.copyOf(findings));
    }

    private static Content content(
            PluginVerification.Archive asked, ArchiveContent content, ArchiveSignature signature) {
        return new Content(
                asked.pluginId(),
                asked.version(),
                asked.sha256(),
                content.bytes(),
                signature.signers(),
                content.libraries(),
                content.hasLicence());
    }

    private List<Finding> told(List<Diagnostic> findings) {
        return findings.stream().map(finding -> Finding.of(finding, locale)).toList();
    }

    /** Loads it in a host of its own, without settings of this machine's files. */
    private List<Authenticator> load(Path archive, List<Finding> findings) throws IOException {
        var folder = Files.createTempDirectory("psc-verify-");
        try {
            var alone = Files.createDirectory(folder.resolve("plugins"));
            Files.copy(archive, alone.resolve(archive.getFileName().toString()));
            try (var host =
                    new HostedFolder(alone, Optional.empty(), Optional.of(folder.resolve("state")), locale, clock)) {
                var look = host.look();
                findings.addAll(look.findings());
                look.plugins().forEach(plugin -> findings.addAll(plugin.findings()));
                return look.plugins().stream()
                        .flatMap(plugin -> plugin.authenticators().stream())
                        .toList();
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
