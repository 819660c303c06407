package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Looks into JSON for tests. */
public final class JsonView {
    private final JsonNode node;

    private JsonView(JsonNode node) {
        this.node = node;
    }

    public static JsonView of(byte[] json) {
        try {
            return new JsonView(new JsonMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a member, or an empty string. */
    public String text(String pointer) {
        return node.at(pointer).asText("");
    }

    public boolean has(String pointer) {
        return !node.at(pointer).isMissingNode();
    }

    public JsonView at(String pointer) {
        return new JsonView(node.at(pointer));
    }

    /** The elements of an array. */
    public List<JsonView> elements() {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonView::new)
                .toList();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
