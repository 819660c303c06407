package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.command.internal.plugin.VerificationProblem;
import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds a problem by its code: among those of the SDK and of this command, then in the texts of the plug-in archives.
 */
final class ProblemPlaces {
    /** The step of the guide after a problem, whose code and title is {@code title}. */
    record Place(String title, LoginGuide.Step step) {}

    private final LoginGuide guide;
    private final Path plugins;

    ProblemPlaces(LoginGuide guide, Path plugins) {
        this.guide = guide;
        this.plugins = plugins;
    }

    /** Empty where nobody knows the code. */
    Optional<Place> of(String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        return Stream.<Problem[]>of(
                        LoginProblem.values(),
                        PluginProblem.values(),
                        NationalIdProblem.values(),
                        CommandLineProblem.values(),
                        VerificationProblem.values())
                .flatMap(Stream::of)
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .map(problem -> new Place(title(problem), guide.after(problem)))
                .or(() -> ofAnArchive(code));
    }

    private String title(Problem problem) {
        return problem.code() + " " + problem.remedy(guide.language()).title();
    }

    private Optional<Place> ofAnArchive(String code) {
        for (var archive : archives()) {
            var texts = texts(archive);
            var title = texts.flatMap(own -> own.find(code + ".title"));
            if (title.isPresent()) {
                // Only the code of the plug-in, which is not run here, says who must act.
                var step = texts.flatMap(own -> own.find(code + ".guide"))
                        .flatMap(guide::step)
                        .orElseGet(guide::start);
                return Optional.of(new Place(code + " " + title.get(), step));
            }
        }
        return Optional.empty();
    }

    private List<Path> archives() {
        try (var files = Files.list(plugins)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // No such folder: there are no plug-ins, and nothing is wrong with that here.
            return List.of();
        }
    }

    /**
     * The texts in the files {@code problems*.properties} of an archive; empty where it cannot be read: {@code psc
     * login} says what is wrong with it.
     */
    private Optional<Texts> texts(Path archive) {
        var language = Language.of(guide.language());
        var files = "(.*/)?problems(_" + language.tag() + ")?\\.properties";
        var texts = Optional.<Texts>empty();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().matches(files)) {
                    try (var in = zip.getInputStream(entry)) {
                        var found = Texts.read(in, language);
                        texts = Optional.of(texts.map(found::or).orElse(found));
                    }
                }
            }
            return texts;
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
