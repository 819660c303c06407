package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.proxy.internal.login.PageCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page in the browser at the end of a login: in French, then in English. */
final class CallbackPage {
    private static final String PAGE = read("callback.html");
    // One digit after the other for whoever listens; role img is what lets a text have a name of its own.
    private static final String DIGITS = "<span role=\"img\" aria-label=\"%s\">%s %s</span>";

    private static final String FRENCH = read("code.fr.html");
    private static final String ENGLISH = read("code.en.html");

    private CallbackPage() {}

    private static String read(String file) {
        try (var in = Objects.requireNonNull(CallbackPage.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The identity is verified; the software gets the session for the code alone. */
    static String code(PageCode drawn) {
        var digits = drawn.reveal();
        var code = DIGITS.formatted(String.join(", ", digits.split("")), digits.substring(0, 3), digits.substring(3));
        return PAGE.formatted(FRENCH.formatted(code), ENGLISH.formatted(code));
    }

    static String failure(Problem problem) {
        return PAGE.formatted(section("h1", problem, Locale.FRENCH), section("h2", problem, Locale.ENGLISH));
    }

    private static String section(String title, Problem problem, Locale locale) {
        Remedy remedy = problem.remedy(locale);
        var steps = remedy.steps().stream()
                .map(step -> "<li>" + escape(step) + "</li>")
                .collect(Collectors.joining());
        return "<%s>%s</%s><ol>%s</ol><p>%s</p>".formatted(title, escape(remedy.title()), title, steps, problem.code());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
