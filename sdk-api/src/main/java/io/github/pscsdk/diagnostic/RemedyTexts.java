package io.github.pscsdk.diagnostic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Properties;

/**
 * Reads the texts that lie beside an enum of problems.
 *
 * <p>Not a {@link java.util.ResourceBundle}: its fallback follows the default locale of the JVM, and its control cannot
 * be set from a named module, so an English-speaking caller on a French workstation would get French.
 */
final class RemedyTexts {
    private RemedyTexts() {}

    static Remedy of(Problem problem, Locale locale) {
        var language = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? "fr" : "en";
        var texts = load(problem, "problems_" + language + ".properties");
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

    private static Properties load(Problem problem, String file) {
        // A constant with a body has a class of its own; its package and loader are those of the enum all the same.
        try (var in = problem.getClass().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        file + " is missing beside " + problem.getClass().getName());
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
