package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A declaration as JSON, by the components of its records. Every value that is read is a text, since it is the raw text
 * of a source. It is written in one way only: members in a fixed order, nothing for what is absent, no blanks. Equal
 * declarations give equal texts, so that a hash of the text stands for the content.
 *
 * <p>An instance has the values of one declaration by their paths, such as {@code offers[0].hours.monday}. For one
 * thread.
 */
public final class DeclarationDocument {
    /** By the paths of fields, of which there is a fixed number for each offer. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private final JsonNode document;

    private DeclarationDocument(JsonNode document) {
        this.document = document;
    }

    /**
     * Reads one declaration.
     *
     * @throws MalformedJsonException if it is not JSON, has a wrong type or an unknown member
     */
    public static Declaration read(byte[] body) throws MalformedJsonException {
        return DeclarationJson.read(body, Declaration.class);
    }

    /** The canonical text; reading it gives an equal declaration. */
    public static String canonical(Declaration declaration) {
        return new String(DeclarationJson.write(declaration), StandardCharsets.UTF_8);
    }

    /** An offer of that kind of which nothing is said yet. */
    public static Offer blankOffer(OfferKind kind) {
        return DeclarationJson.known(JsonNodeFactory.instance.objectNode().put("kind", kind.text()), Offer.class);
    }

    /** The path of a day of an offer, such as {@code offers[0].hours.monday}. */
    public static String day(String offer, DayOfWeek day) {
        return offer + ".hours." + KebabCase.of(day);
    }

    public static DeclarationDocument of(Declaration declaration) {
        return new DeclarationDocument(DeclarationJson.tree(declaration));
    }

    /** The texts at a path; none where there is nothing. */
    public List<String> texts(String path) {
        var node = document.at(pointer(path));
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText).toList()
                : text(node).stream().toList();
    }

    /** The text at a path; empty where there is none. */
    public Optional<String> text(String path) {
        return text(document.at(pointer(path)));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    /** Puts in the place of each text at a path what is made of it and its path; where there is none, of none. */
    public void replace(String path, BiFunction<Optional<String>, String, Optional<String>> made) {
        var node = document.at(pointer(path));
        if (node instanceof ArrayNode list) {
            var texts = IntStream.range(0, list.size())
                    .mapToObj(i -> made.apply(Optional.of(list.get(i).asText()), path + "[" + i + "]"))
                    .flatMap(Optional::stream)
                    .toList();
            put(path, texts, true);
        } else {
            var before = text(node);
            var after = made.apply(before, path);
            if (!after.equals(before)) {
                put(path, after);
            }
        }
    }

    /** Puts a text in the place of that at a path. */
    public void put(String path, Optional<String> text) {
        put(path, text.stream().toList(), false);
    }

    /** Puts texts in the place of those at a path, as a list or as the one text; no text takes away what is there. */
    public void put(String path, List<String> texts, boolean asList) {
        var dot = path.lastIndexOf('.');
        var member = path.substring(dot + 1);
        var parent = pointer(path.substring(0, Math.max(dot, 0)));
        // The hours of an offer stand in an object of their own, which is missing where there are none.
        var isHours = parent.toString().endsWith("/hours");
        var owner = isHours && !texts.isEmpty() ? document.withObject(parent) : document.at(parent);
        if (owner instanceof ObjectNode object) {
            object.remove(member);
            if (asList) {
                texts.forEach(object.withArray(member)::add);
            } else if (!texts.isEmpty()) {
                object.put(member, texts.get(0));
            }
        }
    }

    private static JsonPointer pointer(String path) {
        return POINTERS.computeIfAbsent(
                path,
                any -> JsonPointer.compile(
                        any.isEmpty() ? "" : "/" + any.replaceAll("[.\\[]", "/").replace("]", "")));
    }

    /** The declaration with what was put into it. */
    public Declaration declaration() {
        return DeclarationJson.known(document, Declaration.class);
    }
}
