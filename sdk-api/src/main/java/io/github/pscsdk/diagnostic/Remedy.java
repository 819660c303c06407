package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * What to tell a person: one sentence that names the trouble, and the steps that mend it, in order.
 *
 * @param title one sentence in the person's language
 * @param steps at least one step, each a sentence in the same language
 */
public record Remedy(String title, List<String> steps) {
    /** Checks and copies. */
    public Remedy {
        Objects.requireNonNull(title, "title");
        steps = List.copyOf(steps);
    }
}
