package io.github.pscsdk.example.practiceweb.declaration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What stands in the form.
 *
 * @param values without the blank ones
 */
public record Entries(Map<Field, List<String>> values) {
    /** Copies. */
    public Entries {
        var kept = new EnumMap<Field, List<String>>(Field.class);
        values.forEach((field, given) -> {
            var filled = given.stream().filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                kept.put(field, filled);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /** Reads all fields; what the form does not know is not looked at. */
    public static Entries of(Function<String, Stream<String>> parameters) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            values.put(field, parameters.apply(field.tag()).toList());
        }
        return new Entries(values);
    }

    /** All values of a field. */
    public List<String> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    /** The value of a field that has one. */
    public Optional<String> one(Field field) {
        return all(field).stream().findFirst();
    }

    /** How many fields are filled. */
    @Override
    public String toString() {
        return "Entries[" + values.size() + "]";
    }
}
