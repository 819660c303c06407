package io.github.pscsdk.proxy.internal.conformity.verdict;

import java.util.List;

/**
 * A remark of the report that belongs to no obligation.
 *
 * @param key of the text that says it, in the texts of the report
 * @param values for the placeholders of that text
 */
public record Note(String key, List<Object> values) {
    public Note {
        values = List.copyOf(values);
    }

    public Note(String key, Object... values) {
        this(key, List.of(values));
    }
}
