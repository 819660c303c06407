package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sentence of the guide is Santé.fr's if and only if the table of the paper's facts has it, word for word, in both languages. */
class PublishedFactsTest {
    private static final String FACTS = "published-facts.csv";

    private record Fact(String step, String french, String english) {
        static Fact of(String line) {
            var columns = line.split(" \\| ", -1);
            assertEquals(4, columns.length, line);
            return new Fact(columns[1], columns[2], columns[3]);
        }

        String in(Language language) {
            return step + ": " + (language == Language.FRENCH ? french : english);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_sentences_that_say_that_they_are_published_are_those_of_the_table(Language language) throws IOException {
        var guide = SantefrGuide.in(language.locale());
        var paper = guide.start().source();

        var published = guide.steps().stream()
                .flatMap(step -> parts(step)
                        .filter(part -> part.source().equals(paper))
                        .map(part -> step.id() + ": " + part.text().replace('\u00a0', ' ')));

        assertEquals(
                facts().stream().map(fact -> fact.in(language)).collect(Collectors.joining("\n")),
                published.collect(Collectors.joining("\n")));
    }

    @Test
    void every_node_and_every_address_of_the_published_tree_has_a_fact() throws IOException {
        var published = PublishedTree.read();
        var facts = facts();

        var nodes = new TreeSet<String>();
        published.get("nodes").fieldNames().forEachRemaining(nodes::add);
        nodes.removeAll(facts.stream().map(Fact::step).collect(Collectors.toSet()));
        assertEquals(List.of(), List.copyOf(nodes));

        var addresses = Stream.concat(
                        Stream.of("form", "faq", "video")
                                .map(name -> published.get("guide").get(name).asText()),
                        published.get("contacts").findValuesAsText("url").stream())
                .filter(address ->
                        facts.stream().noneMatch(fact -> fact.french().contains(address)))
                .toList();
        assertEquals(List.of(), addresses);
    }

    /** Every part of a step with its source; a choice with the step to which it leads. */
    private static Stream<LoginGuide.Part> parts(LoginGuide.Step step) {
        return Stream.of(
                        Stream.of(part(step.title(), step.source())),
                        step.steps().stream(),
                        step.notes().stream(),
                        step.links().stream().map(link -> part(text(link), link.source())),
                        step.contacts().stream().map(PublishedFactsTest::contact),
                        step.choices().stream()
                                .map(choice -> part(choice.label() + " -> " + choice.next(), choice.source())))
                .flatMap(parts -> parts);
    }

    private static LoginGuide.Part part(String text, String source) {
        return new LoginGuide.Part(text, Optional.empty(), source);
    }

    private static LoginGuide.Part contact(LoginGuide.Contact contact) {
        var delay = contact.delay().map(text -> ", " + text).orElse("");
        return part(
                contact.label() + ": " + text(contact.body()) + delay,
                contact.body().source());
    }

    private static String text(LoginGuide.Part link) {
        return link.text() + link.address().map(URI::toString).map(" "::concat).orElse("");
    }

    private static List<Fact> facts() throws IOException {
        try (var in = PublishedFactsTest.class.getResourceAsStream(FACTS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Fact::of)
                    .toList();
        }
    }
}
