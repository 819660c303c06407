package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * What to tell a person about a problem: one sentence that names it, and the steps that solve it, in order.
 *
 * @param title one sentence in the person's language
 * @param steps at least one step, each a sentence in the same language
 */
public record Remedy(String title, List<String> steps) {
    public Remedy {
        Objects.requireNonNull(title, "title");
        steps = List.copyOf(steps);
    }
}
