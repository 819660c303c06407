package io.github.pscsdk.example.desktop.field;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The values of the form's fields, as they were typed.
 *
 * @param values without the fields that are empty
 */
public record FieldValues(Map<Field, String> values) {
    public static final FieldValues EMPTY = new FieldValues(Map.of());

    /** Copies; leaves empty fields out. */
    public FieldValues {
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
    public FieldValues with(Field field, String value) {
        var changed = new EnumMap<Field, String>(Field.class);
        changed.putAll(values);
        changed.put(field, value);
        return new FieldValues(changed);
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "FieldValues[" + values.keySet() + "]";
    }
}
