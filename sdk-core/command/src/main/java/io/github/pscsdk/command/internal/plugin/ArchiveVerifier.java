package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.PluginDocument.Archive;
import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Content;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Trial;
import io.github.pscsdk.command.internal.json.PluginDocument.Verdict;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies archives: as every host does, then what its class files say, and at last by loading it. */
final class ArchiveVerifier {
    /** Loads an archive. */
    interface Loading {
        Trial of(Path archive) throws IOException;
    }

    /** The engine's own codes: what it says of an authenticator that it cannot use. */
    private static final String OF_THE_ENGINE = "PLG-";

    private final Locale locale;
    private final Loading loading;

    ArchiveVerifier(Locale locale, Loading loading) {
        this.locale = locale;
        this.loading = loading;
    }

    /** @throws PscException {@code INPUT_UNREADABLE} if it cannot be read any more */
    Archive verify(Path archive) throws PscException {
        var findings = new ArrayList<Finding>();
        try {
            var examined = ExaminedArchive.of(archive);
            var content = ArchiveContent.read(archive);
            var signature = ArchiveSignature.of(archive);
            findings.addAll(Finding.all(ArchiveChecks.of(content, examined.extensions()), locale));
            signature.finding().ifPresent(finding -> findings.add(Finding.of(finding, locale)));
            var trial = loading.of(archive);
            findings.addAll(trial.findings());
            return archive(
                    archive, Optional.of(content(examined, content, signature)), trial.authenticators(), findings);
        } catch (Refusal e) {
            findings.addAll(Finding.all(e.about(fileName(archive)), locale));
            return archive(archive, Optional.empty(), List.of(), findings);
        } catch (IOException e) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "the archive cannot be read", e);
        }
    }

    /** As findings name it: without its folder. */
    private static String fileName(Path archive) {
        return Objects.toString(archive.getFileName(), archive.toString());
    }

    private static Archive archive(
            Path archive, Optional<Content> content, List<Authenticator> authenticators, List<Finding> findings) {
        return new Archive(
                fileName(archive), verdict(authenticators, findings), content, authenticators, List.copyOf(findings));
    }

    private static Verdict verdict(List<Authenticator> authenticators, List<Finding> findings) {
        var blocking =
                findings.stream().filter(Finding::isBlocking).map(Finding::name).collect(Collectors.toSet());
        if (blocking.equals(Set.of(VerificationProblem.NOT_TRIED.name()))) {
            return Verdict.NOT_JUDGED;
        }
        var isUsable = !authenticators.isEmpty()
                && authenticators.stream()
                        .flatMap(each -> each.problem().stream())
                        .noneMatch(code -> code.startsWith(OF_THE_ENGINE));
        return blocking.isEmpty() && isUsable ? Verdict.FIT : Verdict.UNFIT;
    }

    private static Content content(ExaminedArchive examined, ArchiveContent content, ArchiveSignature signature) {
        return new Content(
                examined.pluginId(),
                examined.version(),
                examined.sha256(),
                content.bytes(),
                signature.signers(),
                content.libraries(),
                content.hasLicence());
    }
}
