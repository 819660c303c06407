package io.github.pscsdk.diagnostic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads what lies beside an enum of problems: its texts, and its steps of the login guide.
 *
 * <p>Not a {@link java.util.ResourceBundle}: its fallback follows the default locale of the JVM, and its control cannot
 * be set from a named module, so an English-speaking caller on a French workstation would get French.
 */
final class RemedyTexts {
    private RemedyTexts() {}

    static Remedy of(Problem problem, Locale locale) {
        var language = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? "fr" : "en";
        var file = "problems_" + language + ".properties";
        var texts = load(problem, file)
                .orElseThrow(() -> new IllegalStateException(
                        file + " is missing beside " + problem.getClass().getName()));
        var steps = new ArrayList<String>();
        for (var step = texts.getProperty(problem.code() + ".step.1");
                step != null;
                step = texts.getProperty(problem.code() + ".step." + (steps.size() + 1))) {
            steps.add(step);
        }
        var title = texts.getProperty(problem.code() + ".title");
        if (title == null || steps.isEmpty()) {
            throw new IllegalStateException("no title or no step for " + problem.code() + " in " + language);
        }
        return new Remedy(title, steps);
    }

    static Optional<String> guideNode(Problem problem) {
        return load(problem, "problems.properties").map(facts -> facts.getProperty(problem.code() + ".guide"));
    }

    private static Optional<Properties> load(Problem problem, String file) {
        // A constant with a body has a class of its own; its package and loader are those of the enum all the same.
        try (var in = problem.getClass().getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
