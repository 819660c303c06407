package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/** What to tell a person about a problem: one sentence that names it, and the steps that solve it, in order. Immutable. */
public final class Remedy {
    private final String title;
    private final List<String> steps;

    private Remedy(String title, List<String> steps) {
        this.title = Objects.requireNonNull(title, "title");
        this.steps = List.copyOf(steps);
    }

    /** A remedy of one sentence and at least one step, in the person's language. */
    public static Remedy of(String title, List<String> steps) {
        return new Remedy(title, steps);
    }

    /** One sentence in the person's language. */
    public String title() {
        return title;
    }

    /** The steps, each a sentence in the same language. */
    public List<String> steps() {
        return steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Remedy remedy && title.equals(remedy.title) && steps.equals(remedy.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, steps);
    }

    @Override
    public String toString() {
        return "Remedy[" + title + "]";
    }
}
