package io.github.pscsdk.example.declaration.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What stands in fields, as it was typed.
 *
 * @param values by the paths of the fields, in the order of the form; without the empty ones
 */
public record FieldValues(Map<String, List<String>> values) {
    public FieldValues {
        var filled = new LinkedHashMap<String, List<String>>();
        values.forEach((path, given) -> {
            var kept = given.stream().filter(value -> !value.isBlank()).toList();
            if (!kept.isEmpty()) {
                filled.put(path, kept);
            }
        });
        values = filled;
    }

    /** The values of those fields in a declaration. */
    public static FieldValues of(Declaration declaration, Collection<FormField> fields) {
        var document = document(declaration);
        var values = new LinkedHashMap<String, List<String>>();
        fields.forEach(field -> values.put(field.path(), texts(document.at(pointer(field.path())))));
        return new FieldValues(values);
    }

    /** All values of a field. */
    public List<String> all(FormField field) {
        return values.getOrDefault(field.path(), List.of());
    }

    /** The value of a field that has one. */
    public Optional<String> one(FormField field) {
        return all(field).stream().findFirst();
    }

    /** The declaration with these values in those fields, and none in those of them that are empty here; all others stay. */
    public Declaration in(Declaration declaration, Collection<FormField> fields) {
        var document = document(declaration);
        for (var field : fields) {
            var owner = document.at(pointer(
                    field.path().substring(0, Math.max(0, field.path().lastIndexOf('.')))));
            var member = field.path().substring(field.path().lastIndexOf('.') + 1);
            if (owner.isMissingNode() && !all(field).isEmpty()) {
                owner = ((ObjectNode) document.at(pointer(parent(field.path())))).putObject("hours");
            }
            if (owner instanceof ObjectNode object) {
                put(object, member, field);
            }
        }
        return read(document);
    }

    /** Only the hours of an offer stand in an object that may be missing. */
    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf(".hours."));
    }

    private void put(ObjectNode owner, String member, FormField field) {
        var before = texts(owner.path(member));
        owner.remove(member);
        if (field.isList()) {
            all(field).forEach(owner.withArray(member)::add);
        } else {
            one(field).ifPresent(value -> owner.put(member, value));
        }
        // How sure a position is goes with that position alone.
        if ((member.equals("latitude") || member.equals("longitude")) && !before.equals(all(field))) {
            owner.remove("precision");
        }
    }

    private static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static List<String> texts(JsonNode node) {
        if (node instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        return node.isTextual() ? List.of(node.asText()) : List.of();
    }

    private static JsonNode document(Declaration declaration) {
        try {
            return DeclarationJson.read(
                    DeclarationDocument.canonical(declaration).getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a declaration is JSON", e);
        }
    }

    private static Declaration read(JsonNode document) {
        try {
            return DeclarationDocument.read(document.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a field of the form is no member of a declaration", e);
        }
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "FieldValues[" + values.keySet() + "]";
    }
}
