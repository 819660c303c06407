package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.guide.GuideFile.Choice;
import io.github.pscsdk.guide.GuideFile.Contact;
import io.github.pscsdk.guide.GuideFile.Link;
import io.github.pscsdk.guide.GuideFile.Node;
import io.github.pscsdk.guide.GuideFile.Sentence;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing lies about in the file. */
class GuideFileTest {
    private static final GuideFile DOCUMENT = GuideFile.instance();

    @Test
    void every_source_link_and_contact_is_used() {
        assertEquals(DOCUMENT.sources().keySet(), used(GuideFileTest::sources));
        assertEquals(
                DOCUMENT.links().keySet(),
                Stream.concat(
                                nodes().flatMap(node -> node.links().stream()),
                                DOCUMENT.contacts().values().stream().map(Contact::link))
                        .collect(Collectors.toSet()));
        assertEquals(DOCUMENT.contacts().keySet(), used(node -> node.contacts().stream()));
    }

    @Test
    void each_party_has_a_node() {
        assertEquals(Set.of(Party.values()), DOCUMENT.parties().keySet());
        assertTrue(ids().containsAll(DOCUMENT.parties().values()));
    }

    @Test
    void only_questions_look_further_on_and_only_at_nodes_that_are_there() {
        for (var node : DOCUMENT.nodes()) {
            for (var choice : node.choices()) {
                assertTrue(choice.via().isEmpty() || node.kind() == GuideFile.Kind.QUESTION, node::id);
                assertTrue(ids().containsAll(choice.via()), node::id);
            }
        }
    }

    @Test
    void no_finding_speaks_for_two_answers_to_one_question() {
        for (var node : DOCUMENT.nodes()) {
            var spokenFor =
                    node.choices().stream().flatMap(GuideFileTest::leads).toList();
            assertEquals(spokenFor.size(), Set.copyOf(spokenFor).size(), node::id);
        }
    }

    @Test
    void a_sentence_without_a_source_is_refused() {
        assertThrows(
                JsonProcessingException.class,
                () -> GuideFile.mapper().readValue("{\"fr\": \"Oui\", \"en\": \"Yes\"}", Sentence.class));
    }

    private static Stream<String> leads(Choice choice) {
        return Stream.concat(Stream.of(choice.next()), choice.via().stream());
    }

    private static Stream<String> sources(Node node) {
        return Stream.of(
                        Stream.of(node.title()),
                        node.steps().stream(),
                        node.notes().stream(),
                        node.choices().stream().map(Choice::text),
                        DOCUMENT.links().values().stream().map(Link::text))
                .flatMap(sentences -> sentences)
                .map(Sentence::source);
    }

    private static Set<String> used(Function<Node, Stream<String>> part) {
        return nodes().flatMap(part).collect(Collectors.toSet());
    }

    private static Set<String> ids() {
        return nodes().map(Node::id).collect(Collectors.toSet());
    }

    private static Stream<Node> nodes() {
        return DOCUMENT.nodes().stream();
    }
}
