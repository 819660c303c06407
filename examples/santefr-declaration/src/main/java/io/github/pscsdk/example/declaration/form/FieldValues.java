package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The content of fields, as it was typed.
 *
 * @param values by the paths of the fields, in the order of the form; without the empty ones
 */
public record FieldValues(Map<String, List<String>> values) {
    /** The name of the boxes of the days on which somebody is there; each has the path of its day as its value. */
    private static final String OPEN = "open";

    /**
     * The name of the field in which a page tells which days it showed as open, by their paths with spaces between
     * them.
     */
    public static final String OPEN_DAYS = "open-days";

    private static final List<String> NO = List.of("f");
    private static final Set<String> POSITION = Set.of("place.latitude", "place.longitude");

    /** More are ticked by nobody, and a declaration takes no more. */
    private static final int MOST_IN_A_LIST = 50;

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
        var tree = DeclarationDocument.of(declaration);
        var values = new LinkedHashMap<String, List<String>>();
        fields.forEach(field -> values.put(field.path(), tree.texts(field.path())));
        return new FieldValues(values);
    }

    /**
     * The values that a browser sent for those fields.
     *
     * @param sent all values of a field, by its name
     */
    public static FieldValues sent(Collection<FormField> fields, Function<String, List<String>> sent) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            values.put(
                    field.path(),
                    field.input() == Input.DAY
                            ? hours(field, sent)
                            : sent.apply(field.path()).stream()
                                    .limit(MOST_IN_A_LIST)
                                    .toList());
        }
        return new FieldValues(values);
    }

    private static List<String> hours(FormField day, Function<String, List<String>> sent) {
        var hours =
                sent.apply(day.path()).stream().filter(text -> !text.isBlank()).findFirst();
        if (sent.apply(OPEN).contains(day.path())) {
            return List.of(hours.orElse(DayHours.OPEN));
        }
        // A page without script shows the hours of a day that was unticked: it is closed. A person who typed some for a
        // day that the page showed as closed has opened it.
        var wasOpen = sent.apply(OPEN_DAYS).stream()
                .flatMap(days -> Stream.of(days.split(" ")))
                .anyMatch(day.path()::equals);
        return wasOpen ? List.of() : hours.stream().toList();
    }

    public List<String> all(FormField field) {
        return values.getOrDefault(field.path(), List.of());
    }

    /**
     * The declaration with these values in those fields, and none in those of them that are empty here; all others
     * stay.
     */
    public Declaration in(Declaration declaration, Collection<FormField> fields) {
        var tree = DeclarationDocument.of(declaration);
        for (var field : fields) {
            // How sure a position is goes with that position alone.
            if (POSITION.contains(field.path()) && !tree.texts(field.path()).equals(all(field))) {
                tree.put("place.precision", List.of(), false);
            }
            // A box that is not ticked says no: so does what is written.
            if (field.input() != Input.YES
                    || !all(field).isEmpty()
                    || !tree.texts(field.path()).equals(NO)) {
                tree.put(field.path(), all(field), field.isList());
            }
        }
        return tree.declaration();
    }

    @Override
    public String toString() {
        return "FieldValues[" + values.keySet() + "]";
    }
}
