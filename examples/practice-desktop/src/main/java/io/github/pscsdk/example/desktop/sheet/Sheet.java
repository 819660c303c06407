package io.github.pscsdk.example.desktop.sheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the form holds, as it was typed.
 *
 * @param values without the fields that are empty
 */
public record Sheet(Map<Field, String> values) {
    /** With nothing in it. */
    public static final Sheet EMPTY = new Sheet(Map.of());

    /** Copies; leaves empty fields out. */
    public Sheet {
        var filled = new EnumMap<Field, String>(Field.class);
        filled.putAll(values);
        filled.values().removeIf(String::isBlank);
        values = Collections.unmodifiableMap(filled);
    }

    /** The value of a field, or nothing. */
    public String get(Field field) {
        return values.getOrDefault(field, "");
    }

    /** The same but for one field. */
    public Sheet with(Field field, String value) {
        var changed = new EnumMap<Field, String>(Field.class);
        changed.putAll(values);
        changed.put(field, value);
        return new Sheet(changed);
    }

    /** Nothing of what was typed. */
    @Override
    public String toString() {
        return "Sheet[" + values.keySet() + "]";
    }
}
