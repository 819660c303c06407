package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step of the login guide on its page: all that the tree says of it, and no address besides. */
final class ShownStep {
    private static final Pattern AWAY = Pattern.compile("<a href=\"(http[^\"]+)\"( rel=\"noreferrer\")?>");

    private final LoginGuide.Step step;
    private final String text;
    private final Language language;

    private ShownStep(LoginGuide.Step step, String text, Language language) {
        this.step = step;
        this.text = text;
        this.language = language;
    }

    static void assertShows(LoginGuide.Step step, Page page, Language language) {
        assertEquals(200, page.status(), step.id());
        var shown = new ShownStep(step, unescaped(page.text()), language);
        shown.says("<html lang=\"" + language.tag() + "\">");
        shown.says("<title>" + step.title() + " – ");
        shown.says("<h1>" + step.title() + "</h1>");
        step.steps().forEach(one -> shown.says("<li>" + one.text(), one.source()));
        step.notes().forEach(one -> shown.says("<p class=\"note\">" + one.text(), one.source()));
        step.choices()
                .forEach(one -> shown.says("href=\"/guide/" + one.next() + "\">" + one.label() + "</a>", one.source()));
        shown.says("<p class=\"hint\">" + shown.read(step.source()));
        shown.saysWhomToTurnTo();
        shown.leadsAwayToWhatIsKnownAlone();
    }

    /** A part of the step, with its source where that is not the step's. */
    private void says(String part, String source) {
        var mark = "\n<span class=\"hint read\">";
        var marked = !source.equals(step.source());
        says(part + (marked ? mark + read(source) : ""));
        assertTrue(marked || !text.contains(part + mark), () -> step.id() + " marks " + part);
    }

    private String read(String source) {
        return (language == Language.FRENCH ? "Source\u00a0: " : "Source: ") + source;
    }

    private void saysWhomToTurnTo() {
        for (var contact : step.contacts()) {
            says("<th scope=\"row\">" + contact.label() + "</th>");
            contact.delay().ifPresent(delay -> says("<td>" + delay + "</td>"));
        }
    }

    private void leadsAwayToWhatIsKnownAlone() {
        var places = Stream.concat(
                        step.links().stream(), step.contacts().stream().map(LoginGuide.Contact::body))
                .collect(Collectors.partitioningBy(link -> link.address().isPresent()));
        var away = AWAY.matcher(text).results().toList();

        assertEquals(
                places.get(true).stream()
                        .map(link -> link.address().orElseThrow().toString())
                        .sorted()
                        .toList(),
                away.stream().map(link -> link.group(1)).sorted().toList(),
                step.id());
        away.forEach(link -> assertTrue(link.group(2) != null, link::group));
        var unknown = language == Language.FRENCH ? "(adresse inconnue)" : "(address not known)";
        places.get(false).forEach(link -> says(link.text() + " <span class=\"hint\">" + unknown));
    }

    private void says(String expected) {
        assertTrue(text.contains(expected), () -> step.id() + " does not say " + expected + " in " + text);
    }

    static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
