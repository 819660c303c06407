package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a JSON object. Members keep the order in which they were added. */
public final class JsonObjectBuilder {
    private final ObjectNode node;
    private final List<Twin> twins = new ArrayList<>();

    private record Twin(String name, String value) {}

    public JsonObjectBuilder() {
        this(JsonNodeFactory.instance.objectNode());
    }

    JsonObjectBuilder(ObjectNode node) {
        this.node = node;
    }

    public JsonObjectBuilder with(String name, String value) {
        node.put(name, value);
        return this;
    }

    public JsonObjectBuilder with(String name, Optional<String> value) {
        value.ifPresent(present -> node.put(name, present));
        return this;
    }

    public JsonObjectBuilder with(String name, long value) {
        node.put(name, value);
        return this;
    }

    public JsonObjectBuilder with(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    /** Sets an object. A later change of it changes this object too. */
    public JsonObjectBuilder with(String name, JsonObjectBuilder value) {
        node.set(name, value.node);
        return this;
    }

    public JsonObjectBuilder withTexts(String name, List<String> values) {
        var array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    public JsonObjectBuilder withObjects(String name, List<JsonObjectBuilder> values) {
        var array = node.putArray(name);
        values.forEach(value -> array.add(value.node));
        return this;
    }

    /** Writes the member of that name twice, first with {@code value}; only {@link #text()} shows it. */
    public JsonObjectBuilder withTwin(String name, String value) {
        twins.add(new Twin(name, value));
        return this;
    }

    /** Removes a member, with its second value if {@link #withTwin} gave one. */
    public JsonObjectBuilder without(String name) {
        node.remove(name);
        twins.removeIf(twin -> twin.name().equals(name));
        return this;
    }

    public String text() {
        var text = node.toString();
        for (var twin : twins) {
            text = JsonText.withTwin(text, twin.name(), twin.value());
        }
        return text;
    }

    /** Prints the names of the members only, because values may be personal. */
    @Override
    public String toString() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return "JsonObjectBuilder" + names;
    }
}
