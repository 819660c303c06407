package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import io.github.pscsdk.proxy.internal.login.PageCode;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the professional sees in the browser at the end: in French, then in English. */
final class CallbackPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Pro Santé Connect</title>
            <style>
            body{font:1.1em/1.5 sans-serif;color:#1b1b1b;background:#fff;max-width:36em;margin:3em auto;padding:0 1em}
            h1,h2{font-size:1.5em;line-height:1.25}
            span{white-space:nowrap}
            .code{margin:.4em 0;padding:.3em .2em;border:2px solid #00527a;border-radius:.1em;background:#eef6fa;
            color:#00324b;font:700 clamp(2.2em,13vw,4em)/1.2 monospace;text-align:center}
            .warning{border-left:.3em solid #b34000;padding-left:1em}
            </style>
            </head>
            <body>
            <main>
            <section>%s</section>
            <hr>
            <section lang="en">%s</section>
            </main>
            </body>
            </html>
            """;

    // One digit after the other for whoever listens; role img is what lets a text have a name of its own.
    private static final String DIGITS = "<span role=\"img\" aria-label=\"%s\">%s %s</span>";

    private static final String FRENCH = """
            <h1>Saisissez ce code dans votre logiciel</h1>
            <p class="code">%s</p>
            <p>Revenez au logiciel dans lequel vous avez lancé la connexion et saisissez-y ce code.</p>
            <div class="warning"><p><strong>Ne donnez ce code à personne.</strong></p>
            <p>Si vous n’avez pas lancé de connexion dans votre logiciel, fermez cette page : quelqu’un d’autre \
            cherche peut-être à se connecter à votre place.</p></div>
            """;
    private static final String ENGLISH = """
            <h2>Type this code in your software</h2>
            <p>Go back to the software in which you began to log in, and type the code there: <strong>%s</strong>.</p>
            <div class="warning"><p><strong>Give this code to nobody.</strong></p>
            <p>If you began no login in your software, close this page: somebody else may be trying to log in as you.</p></div>
            """;

    private CallbackPage() {}

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
