package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * The words for a person about a problem, in the person's language.
 *
 * @param title one sentence that names the problem
 * @param steps the steps that solve it, in order, each a sentence
 */
public record Remedy(String title, List<String> steps) {
    public Remedy {
        Objects.requireNonNull(title, "title");
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "Remedy[" + title + "]";
    }
}
