package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * The values that a field is meant to have. Others are kept with a warning: the published files are full of them.
 *
 * @param values in the order to show them
 */
public record ValueList(List<Value> values) {
    /** Copies. */
    public ValueList {
        values = List.copyOf(values);
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

        private boolean isSpelt(String key) {
            return Spelling.key(text).equals(key)
                    || spellings.stream().map(Spelling::key).anyMatch(key::equals);
        }
    }

    /** The canonical spelling, whatever the accents, the case and the signs. */
    Optional<String> canonical(String text) {
        var key = Spelling.key(text);
        return values.stream()
                .filter(value -> value.isSpelt(key))
                .map(Value::text)
                .findFirst();
    }
}
