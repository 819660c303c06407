package io.github.pscsdk.example.practiceweb.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The form's fields as the library spells a declaration in JSON, and back: one place, one offer. All that
 * is known here of the library's model; if that grows, this follows. The only user of Jackson here.
 */
final class DeclarationText {
    private static final int MOST_IN_A_LIST = 20;
    private static final String COMMA = ",";

    private DeclarationText() {}

    /** The declaration that the entries make, as raw as they are; who declares is known from the login, not from here. */
    static Declaration of(FormEntries entries, Map<DayOfWeek, String> hours) {
        var document = JsonNodeFactory.instance.objectNode();
        var place = document.putObject("place");
        var offer = document.putArray("offers").addObject();
        entries.values().forEach((field, values) -> put(field.isOfPlace() ? place : offer, field, values));
        var week = offer.putObject(Field.HOURS.member());
        hours.forEach((day, text) -> week.put(member(day), text));
        return read(document);
    }

    private static void put(ObjectNode owner, Field field, List<String> values) {
        if (field.isList()) {
            split(values).forEach(owner.putArray(field.member())::add);
        } else if (field != Field.HOURS) {
            owner.put(field.member(), values.get(0));
        }
    }

    private static Stream<String> split(List<String> values) {
        return values.stream()
                .flatMap(text -> Stream.of(text.split(COMMA)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(MOST_IN_A_LIST);
    }

    private static Declaration read(ObjectNode document) {
        try {
            return DeclarationDocument.read(document.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the library does not know a member that is written here", e);
        }
    }

    /** The fields of a declaration, as the rules wrote them; without the hours, see {@link #hours}. */
    static FormEntries entries(Declaration declaration) {
        var document = tree(declaration);
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            var owner = field.isOfPlace()
                    ? document.path("place")
                    : document.path("offers").path(0);
            values.put(field, texts(owner.path(field.member())));
        }
        return new FormEntries(values);
    }

    /** The hours of a declaration, from Monday to Sunday. */
    static Map<DayOfWeek, String> hours(Declaration declaration) {
        var week = tree(declaration).path("offers").path(0).path(Field.HOURS.member());
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> week.has(member(day)))
                .forEach(day -> hours.put(day, week.path(member(day)).asText()));
        return hours;
    }

    /** The day whose hours a finding is about. */
    static Optional<DayOfWeek> day(String finding) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> finding.endsWith("." + Field.HOURS.member() + "." + member(day)))
                .findFirst();
    }

    private static List<String> texts(JsonNode node) {
        return node instanceof ArrayNode list
                ? StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    private static JsonNode tree(Declaration declaration) {
        try {
            return DeclarationJson.read(
                    DeclarationDocument.canonical(declaration).getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("what the library writes is JSON", e);
        }
    }

    private static String member(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
