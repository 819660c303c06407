package io.github.pscsdk.proxy.internal.conformity.verdict;

import java.util.List;

/**
 * Something that is told without a verdict.
 *
 * @param key of the text that says it, in the texts of the report
 * @param values for the blanks of that text
 */
public record Note(String key, List<Object> values) {
    /** Copies. */
    public Note {
        values = List.copyOf(values);
    }

    /** With those values. */
    public Note(String key, Object... values) {
        this(key, List.of(values));
    }
}
