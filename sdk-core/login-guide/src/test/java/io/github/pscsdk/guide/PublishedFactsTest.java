package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every fact that Santé.fr published is said by a step, as Santé.fr's own, in both languages. */
class PublishedFactsTest {
    private static final String FACTS = "published-facts.csv";
    private static final LoginGuide.Source PUBLISHED =
            SantefrGuide.in(Language.ENGLISH.locale()).start().source();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvFileSource(resources = FACTS, delimiter = '|')
    void a_published_fact_is_said_in_both_languages(String fact, String step, String french, String english) {
        assertSays(french, step, Language.FRENCH);
        assertSays(english, step, Language.ENGLISH);
    }

    @Test
    void every_node_and_every_address_of_the_published_tree_has_a_fact() throws IOException {
        var published = PublishedTree.read();
        var facts = facts();

        var nodes = new TreeSet<String>();
        published.get("nodes").fieldNames().forEachRemaining(nodes::add);
        nodes.removeAll(facts.stream().map(fact -> fact.split("\\|")[1].strip()).collect(Collectors.toSet()));
        assertEquals(List.of(), List.copyOf(nodes));

        var addresses = Stream.concat(
                        Stream.of("form", "faq", "video")
                                .map(name -> published.get("guide").get(name).asText()),
                        published.get("contacts").findValuesAsText("url").stream())
                .filter(address -> facts.stream().noneMatch(fact -> fact.contains(address)))
                .toList();
        assertEquals(List.of(), addresses);
    }

    private static void assertSays(String words, String id, Language language) {
        var step = SantefrGuide.in(language.locale()).step(id).orElseThrow();
        assertTrue(
                published(step).anyMatch(text -> text.replace('\u00a0', ' ').contains(words)),
                () -> id + " does not say: " + words);
    }

    /** The parts of a step that Santé.fr published. */
    private static Stream<String> published(LoginGuide.Step step) {
        var texts = new ArrayList<String>();
        if (isPublished(step.source())) {
            texts.add(step.title());
            texts.addAll(step.steps());
        }
        step.notes().stream().filter(note -> isPublished(note.source())).forEach(note -> texts.add(note.text()));
        step.links().stream()
                .filter(link -> isPublished(link.source()))
                .map(PublishedFactsTest::text)
                .forEach(texts::add);
        step.contacts().stream()
                .filter(contact -> isPublished(contact.body().source()))
                .map(PublishedFactsTest::text)
                .forEach(texts::add);
        step.choices().stream()
                .filter(choice -> isPublished(choice.source()))
                .forEach(choice -> texts.add(choice.label() + " -> " + choice.next()));
        return texts.stream();
    }

    private static boolean isPublished(LoginGuide.Source source) {
        return source.equals(PUBLISHED);
    }

    private static String text(LoginGuide.Link link) {
        return link.label() + " " + link.address().map(URI::toString).orElse("");
    }

    private static String text(LoginGuide.Contact contact) {
        return contact.label() + ": " + text(contact.body())
                + contact.delay().map(delay -> ", " + delay).orElse("");
    }

    private static List<String> facts() throws IOException {
        try (var in = PublishedFactsTest.class.getResourceAsStream(FACTS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
