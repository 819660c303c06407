package io.github.pscsdk.example.proxy.http;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
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
            <style>body{font:1.1em/1.5 sans-serif;max-width:36em;margin:4em auto;padding:0 1em}</style>
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

    private CallbackPage() {}

    static String success() {
        return PAGE.formatted(
                "<h1>Vous êtes identifié.</h1><p>Fermez cette page et revenez à votre logiciel.</p>",
                "<h1>You are logged in.</h1><p>Close this page and go back to your software.</p>");
    }

    static String failure(Problem problem) {
        return PAGE.formatted(section(problem, Locale.FRENCH), section(problem, Locale.ENGLISH));
    }

    private static String section(Problem problem, Locale locale) {
        Remedy remedy = problem.remedy(locale);
        var steps = remedy.steps().stream()
                .map(step -> "<li>" + escape(step) + "</li>")
                .collect(Collectors.joining());
        return "<h1>" + escape(remedy.title()) + "</h1><ol>" + steps + "</ol><p>" + problem.code() + "</p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
