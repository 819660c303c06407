package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a document, read strictly: a wrong type or an unknown member is refused, and the refusal names the place
 * where it stands.
 */
public final class JsonObject {
    // One place has few offers; without a limit, a small body of wrong ones would ask for a huge answer.
    private static final int MOST_ELEMENTS = 50;

    private final JsonNode object;
    private final String path;

    private JsonObject(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** What a caller sent: an object that may have those members and no others. */
    public static JsonObject read(byte[] document, Set<String> known) throws MalformedJsonException {
        return of(DeclarationJson.read(document), known);
    }

    static JsonObject of(JsonNode document, Set<String> known) throws MalformedJsonException {
        return of(document, "", known);
    }

    /** The object at a path, such as {@code offers[0]}. */
    private static JsonObject of(JsonNode node, String path, Set<String> known) throws MalformedJsonException {
        if (!node.isObject()) {
            throw new MalformedJsonException((path.isEmpty() ? "the document" : path) + " must be an object");
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            // A name may hold anything, so it is not repeated.
            if (!known.contains(names.next())) {
                throw new MalformedJsonException((path.isEmpty() ? "the document" : path) + " has an unknown member");
            }
        }
        return new JsonObject(node, path);
    }

    /** A text; empty if it is missing, null or nothing. */
    public Optional<String> text(String name) throws MalformedJsonException {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(textOf(node, pathOf(name))).filter(text -> !text.isEmpty());
    }

    public String needed(String name) throws MalformedJsonException {
        var text = text(name);
        if (text.isEmpty()) {
            throw new MalformedJsonException(pathOf(name) + " is missing");
        }
        return text.get();
    }

    /** A list of texts; empty if it is missing or null. */
    public List<String> texts(String name) throws MalformedJsonException {
        var texts = new ArrayList<String>();
        for (var element : elements(name)) {
            texts.add(textOf(element, pathOf(name) + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** An object with those members; one without any if it is missing or null. */
    public JsonObject object(String name, Set<String> known) throws MalformedJsonException {
        var node = object.path(name);
        return has(name)
                ? of(node, pathOf(name), known)
                : new JsonObject(DeclarationJson.MAPPER.createObjectNode(), pathOf(name));
    }

    /** A list of objects with those members; empty if it is missing or null. */
    public List<JsonObject> objects(String name, Set<String> known) throws MalformedJsonException {
        var objects = new ArrayList<JsonObject>();
        for (var element : elements(name)) {
            objects.add(of(element, pathOf(name) + "[" + objects.size() + "]", known));
        }
        return objects;
    }

    /** A whole number, or that value if it is missing. */
    public int number(String name, int otherwise) throws MalformedJsonException {
        if (!has(name)) {
            return otherwise;
        }
        if (!object.path(name).canConvertToInt() || !object.path(name).isIntegralNumber()) {
            throw new MalformedJsonException(pathOf(name) + " must be a whole number");
        }
        return object.path(name).intValue();
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    private Iterable<JsonNode> elements(String name) throws MalformedJsonException {
        if (!has(name)) {
            return List.of();
        }
        if (!object.path(name).isArray()) {
            throw new MalformedJsonException(pathOf(name) + " must be a list");
        }
        if (object.path(name).size() > MOST_ELEMENTS) {
            throw new MalformedJsonException(pathOf(name) + " has more than " + MOST_ELEMENTS + " elements");
        }
        return object.path(name);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String textOf(JsonNode node, String path) throws MalformedJsonException {
        if (!node.isTextual()) {
            throw new MalformedJsonException(path + " must be a text");
        }
        return node.textValue();
    }
}
