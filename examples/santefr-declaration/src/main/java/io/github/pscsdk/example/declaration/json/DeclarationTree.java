package io.github.pscsdk.example.declaration.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The values of a declaration by the paths of its JSON, such as {@code offers[0].hours.monday}. For one thread. */
public final class DeclarationTree {
    private final JsonNode document;

    private DeclarationTree(JsonNode document) {
        this.document = document;
    }

    public static DeclarationTree of(Declaration declaration) {
        try {
            return new DeclarationTree(DeclarationJson.read(
                    DeclarationDocument.canonical(declaration).getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a declaration is JSON", e);
        }
    }

    /** The texts at a path; none where there is nothing. */
    public List<String> texts(String path) {
        var node = document.at(pointer(path));
        if (node instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        return node.isTextual() ? List.of(node.asText()) : List.of();
    }

    /** Puts a text in the place of that at a path. */
    public void put(String path, Optional<String> text) {
        put(path, text.stream().toList(), false);
    }

    /** Puts texts in the place of those at a path, as a list or as the one text; no text takes away what is there. */
    public void put(String path, List<String> texts, boolean asList) {
        var dot = path.lastIndexOf('.');
        var member = path.substring(dot + 1);
        var owner = owner(dot < 0 ? "" : path.substring(0, dot), !texts.isEmpty());
        if (owner instanceof ObjectNode object) {
            object.remove(member);
            if (asList) {
                texts.forEach(object.withArray(member)::add);
            } else if (!texts.isEmpty()) {
                object.put(member, texts.get(0));
            }
        }
    }

    /** The object at a path; that of the hours of an offer is made where it is missing. */
    private JsonNode owner(String path, boolean make) {
        var owner = document.at(pointer(path));
        return owner.isMissingNode() && make && path.endsWith(".hours")
                ? ((ObjectNode) document.at(pointer(path.substring(0, path.lastIndexOf('.'))))).putObject("hours")
                : owner;
    }

    private static String pointer(String path) {
        return path.isEmpty()
                ? ""
                : "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
    }

    /** The declaration with what was put into it. */
    public Declaration declaration() {
        try {
            return DeclarationDocument.read(document.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a path that no declaration has", e);
        }
    }
}
