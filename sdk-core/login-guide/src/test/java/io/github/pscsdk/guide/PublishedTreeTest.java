package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.guide.GuideFile.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our tree is the published one, node by node, and what is ours in it is marked. */
class PublishedTreeTest {
    /** The published help section is a list, which makes a question and two ends of the tree. */
    private static final Set<String> HELP = Set.of("help", "nurse_document", "ans_resources");

    /** The paper says for whom the form is, and not in so many words that it is for nobody else. */
    private static final String FOR_WHOM = "out_of_scope";

    private static JsonNode published;

    private final GuideFile document = GuideFile.instance();

    @BeforeAll
    static void read() throws Exception {
        published = PublishedTree.read();
    }

    @Test
    void the_nodes_of_the_guide_are_those_that_were_published() {
        var ours = document.nodes().stream()
                .filter(node ->
                        node.title().source().equals("guide") || node.id().equals(FOR_WHOM))
                .map(GuideFile.Node::id)
                .filter(id -> !HELP.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(nodes().keySet()), ours);
        assertEquals(HELP.size() - 1, published.get("help").size());
    }

    @Test
    void each_leads_where_the_published_one_does() {
        nodes().forEach((id, node) -> assertEquals(published(node), ours(id), id));
    }

    @Test
    void each_is_of_the_published_kind_with_as_many_steps() {
        nodes().forEach((id, node) -> {
            var step = step(id);
            assertEquals(node.has("end"), step.choices().isEmpty(), id);
            assertEquals(node.has("ask") || node.has("options"), step.isQuestion(), id);
            if (node.has("steps")) {
                assertEquals(
                        node.get("steps").size(),
                        step.steps().stream()
                                .filter(sentence -> sentence.source().equals(step.source()))
                                .count(),
                        id);
            }
        });
    }

    @Test
    void a_link_that_was_published_as_words_alone_has_no_address() {
        var words = new TreeSet<String>();
        nodes().forEach((id, node) -> {
            if (node.has("url") && node.get("url").isNull()) {
                words.add(id);
            }
        });

        assertEquals(Set.of("unlock_procedure", "ans_support", "diagcps"), words);
        for (var id : words) {
            assertEquals(
                    List.of(Optional.empty()),
                    step(id).links().stream().map(LoginGuide.Part::address).toList(),
                    id);
        }
    }

    @Test
    void the_contacts_are_those_of_the_list_with_their_addresses_and_delays() {
        var listed = new TreeMap<String, String>();
        published
                .get("contacts")
                .forEach(contact -> listed.put(
                        contact.get("profession").asText(),
                        contact.get("url").asText() + " " + contact.get("delay").isNull()));

        var ours = step("update_contact").contacts().stream()
                .filter(contact -> contact.body().address().isPresent())
                .collect(Collectors.toMap(
                        contact -> contact.professions().get(0), PublishedTreeTest::listed, (a, b) -> a, TreeMap::new));

        assertEquals(listed, ours);
    }

    @Test
    void every_address_stands_in_the_published_tree() {
        var text = published.toString();

        var addresses = document.links().values().stream()
                .flatMap(link -> link.address().stream())
                .map(Object::toString)
                .toList();

        assertTrue(addresses.size() > 8, addresses::toString);
        assertEquals(
                List.of(),
                addresses.stream().filter(address -> !text.contains(address)).toList());
        Stream.of("form", "faq", "video")
                .forEach(name -> assertTrue(
                        addresses.contains(published.get("guide").get(name).asText()), name));
        assertEquals(
                published.get("guide").get("date").asText(),
                document.sources().get("guide").date().orElseThrow());
    }

    private static String listed(LoginGuide.Contact contact) {
        return contact.body().address().orElseThrow() + " " + contact.delay().isEmpty();
    }

    private static Map<String, String> published(JsonNode node) {
        var leads = new TreeMap<String, String>();
        node.properties().stream()
                .filter(member -> member.getKey().startsWith("go_"))
                .forEach(member -> leads.put(
                        member.getKey().substring("go_".length()),
                        member.getValue().asText()));
        if (node.has("options")) {
            node.get("options").forEach(option -> leads.put(option.asText(), option.asText()));
        }
        return leads;
    }

    private Map<String, String> ours(String id) {
        return document.nodes().stream()
                .filter(node -> node.id().equals(id))
                .flatMap(node -> node.choices().stream())
                .filter(choice -> choice.text().source().equals("guide"))
                .collect(Collectors.toMap(Choice::id, Choice::next, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, JsonNode> nodes() {
        var nodes = new LinkedHashMap<String, JsonNode>();
        published.get("nodes").properties().forEach(member -> nodes.put(member.getKey(), member.getValue()));
        return nodes;
    }

    private static LoginGuide.Step step(String id) {
        return SantefrGuide.in(Locale.ENGLISH).step(id).orElseThrow();
    }
}
