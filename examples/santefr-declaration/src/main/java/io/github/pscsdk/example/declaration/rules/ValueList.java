package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that a field is meant to have. Others are kept with a warning: the published files are full of them. Immutable;
 * safe for any thread.
 */
public final class ValueList {
    private final List<Value> values;
    private final Map<String, String> canonical = new HashMap<>();

    ValueList(List<Value> values) {
        this.values = List.copyOf(values);
        for (var value : values) {
            canonical.put(Spelling.key(value.text()), value.text());
            value.spellings().forEach(spelling -> canonical.put(Spelling.key(spelling), value.text()));
        }
    }

    /**
     * One value.
     *
     * @param text the canonical spelling
     * @param confidence {@code A} measured or official, {@code B} one indirect source, {@code C} inferred
     * @param source where it was seen
     * @param spellings others of the same
     */
    public record Value(String text, String confidence, String source, List<String> spellings) {
        /** Copies. */
        public Value {
            spellings = List.copyOf(spellings);
        }
    }

    /** In the order to show them. */
    public List<Value> values() {
        return values;
    }

    /** The canonical spelling, whatever the accents, the case and the signs. */
    Optional<String> canonical(String text) {
        return Optional.ofNullable(canonical.get(Spelling.key(text)));
    }
}
