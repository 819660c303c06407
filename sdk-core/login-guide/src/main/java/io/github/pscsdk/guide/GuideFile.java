package io.github.pscsdk.guide;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.pscsdk.diagnostic.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file as it is written: nodes name sources, links and contacts by their keys.
 *
 * @param host the source of an address that a host sets
 * @param parties where a problem goes on that names no node of its own
 * @param nodes in the order of reading, the start first
 */
record GuideFile(
        Map<String, Source> sources,
        Text host,
        Map<String, Link> links,
        Map<String, Contact> contacts,
        Map<Party, String> parties,
        List<Node> nodes) {
    private static final String NAME = "login-guide.json";
    private static final String PUBLISHED = "guide";
    private static final GuideFile INSTANCE = read();

    /** The document of this artifact, read once. */
    static GuideFile instance() {
        return INSTANCE;
    }

    /** The links that the published guide has as words alone. */
    Set<String> linksOfWords() {
        return links.entrySet().stream()
                .filter(link -> link.getValue().text().source().equals(PUBLISHED))
                .filter(link -> link.getValue().address().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Strict: the file is ours, and a slip of the pen in it must not go unseen. */
    private static GuideFile read() {
        try (var in = Objects.requireNonNull(GuideFile.class.getResourceAsStream(NAME), NAME)) {
            return mapper().readValue(in, GuideFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }

    static ObjectMapper mapper() {
        var builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        builder.withConfigOverride(
                List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        return builder.build();
    }

    /** A name or a label in both languages. */
    record Text(String fr, String en) {}

    /** A sentence in both languages, with the key of the source where it was read. */
    record Sentence(String fr, String en, String source) {}

    /** Where something was read. */
    record Source(Text name, Optional<String> date) {}

    /** A place; without an address where none could be read. */
    record Link(Sentence text, Optional<URI> address) {}

    /** The keeper of the contact details of these professions, read where its link was. */
    record Contact(List<String> professions, Text text, String link, Optional<Text> delay) {}

    /**
     * The way on from a step: an answer is chosen; the steps are done in order, then the result is chosen; or there is
     * none.
     */
    enum Kind {
        QUESTION,
        PROCEDURE,
        END
    }

    /** A step. */
    record Node(
            String id,
            Kind kind,
            Sentence title,
            List<Sentence> steps,
            List<Sentence> notes,
            List<String> links,
            List<String> contacts,
            List<Choice> choices) {}

    /**
     * An answer or an outcome.
     *
     * @param via nodes further on that this choice is the way to, besides {@code next}
     */
    record Choice(String id, String next, Sentence text, List<String> via) {}
}
