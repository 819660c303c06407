package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The end of {@code docs/login-guide.md} is written from the tree; record with {@code mvn verify -Dupdate=true}. */
class LoginGuidePageTest {
    private static final String PAGE = "docs/login-guide.md";
    private static final String MARK = "<!-- From here on generated from the tree; do not edit. -->\n";

    private static final List<LoginGuide.Step> ENGLISH =
            SantefrGuide.in(Locale.ENGLISH).steps();
    private static final List<LoginGuide.Step> FRENCH =
            SantefrGuide.in(Locale.FRENCH).steps();

    @Test
    void the_page_shows_the_tree_that_the_code_has() {
        var page = Repository.read(PAGE);
        var current = page.substring(0, page.indexOf(MARK) + MARK.length()) + drawing() + steps();

        assertEquals(Repository.recorded(PAGE, current), current);
    }

    private static String drawing() {
        var lines = ENGLISH.stream()
                .flatMap(step -> Stream.concat(
                        Stream.of("  " + step.id() + shape(step)),
                        step.choices().stream()
                                .map(choice -> "  " + step.id() + " -->|" + choice.id() + "| " + choice.next())))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return "\n```mermaid\nflowchart TD\n" + lines + "```\n\n";
    }

    /** A diamond asks, a box tells what to do, a pill ends. */
    private static String shape(LoginGuide.Step step) {
        if (step.choices().isEmpty()) {
            return "([" + step.id() + "])";
        }
        return step.isQuestion() ? "{" + step.id() + "}" : "[" + step.id() + "]";
    }

    private static String steps() {
        var sections = new StringBuilder();
        for (var number = 0; number < ENGLISH.size(); number++) {
            var step = ENGLISH.get(number);
            sections.append("### ")
                    .append(step.id())
                    .append("\n\n**")
                    .append(FRENCH.get(number).title())
                    .append("** ")
                    .append(step.title())
                    .append("\n\n")
                    .append(parts(step))
                    .append(number == ENGLISH.size() - 1 ? "" : "\n");
        }
        return sections.toString();
    }

    private static String parts(LoginGuide.Step step) {
        return Stream.of(
                        step.steps().stream().map(one -> "1. " + sentence(step, one)),
                        step.contacts().stream().map(LoginGuidePageTest::contact),
                        step.links().stream().map(link -> "- See " + link(link)),
                        step.notes().stream().map(note -> "- Note: " + sentence(step, note)),
                        step.choices().stream().map(choice -> choice(step, choice)),
                        Stream.of("- Source: " + step.source()))
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String choice(LoginGuide.Step step, LoginGuide.Choice choice) {
        return "- " + choice.label() + ": [`" + choice.next() + "`](#" + choice.next() + ")"
                + elsewhere(step, choice.source());
    }

    private static String sentence(LoginGuide.Step step, LoginGuide.Part sentence) {
        return sentence.text() + elsewhere(step, sentence.source());
    }

    private static String elsewhere(LoginGuide.Step step, String source) {
        return source.equals(step.source()) ? "" : " (" + source + ")";
    }

    private static String contact(LoginGuide.Contact contact) {
        return "- " + contact.label() + " (" + String.join(", ", contact.professions()) + "): " + link(contact.body())
                + contact.delay().map(delay -> "; " + delay).orElse("");
    }

    private static String link(LoginGuide.Part link) {
        return link.text() + ", "
                + link.address().map(address -> "<" + address + ">").orElse("address not known")
                + " (" + link.source() + ")";
    }
}
