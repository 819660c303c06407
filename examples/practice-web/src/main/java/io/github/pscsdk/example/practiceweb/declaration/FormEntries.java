package io.github.pscsdk.example.practiceweb.declaration;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the form.
 *
 * @param values without the blank ones
 */
public record FormEntries(Map<Field, List<String>> values) {
    public FormEntries {
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
    public static FormEntries of(Function<String, Stream<String>> parameters) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            values.put(field, parameters.apply(field.tag()).toList());
        }
        return new FormEntries(values);
    }

    /** Reads what {@link #toText} wrote. */
    public static FormEntries ofText(String text) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var line : text.lines().toList()) {
            var value = URLDecoder.decode(line.substring(line.indexOf('=') + 1), StandardCharsets.UTF_8);
            values.computeIfAbsent(Field.valueOf(line.substring(0, line.indexOf('='))), field -> new ArrayList<>())
                    .add(value);
        }
        return new FormEntries(values);
    }

    /** All of it on lines, to be kept. */
    public String toText() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey().name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n"));
    }

    /** The same but for those fields. */
    FormEntries without(Collection<Field> fields) {
        var others = new EnumMap<Field, List<String>>(Field.class);
        others.putAll(values);
        others.keySet().removeAll(fields);
        return new FormEntries(others);
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
