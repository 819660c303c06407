package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * The questions of the login guide that findings have answered, and the step that follows them.
 *
 * @param settled the answered questions, in order; show them, because the person may know better
 * @param step the next step for the person: a question that no finding answers, a procedure or an end
 */
public record GuideWalk(List<Settled> settled, GuideStep step) {
    public GuideWalk {
        settled = List.copyOf(settled);
        Objects.requireNonNull(step, "step");
    }

    /**
     * A question that a finding answered.
     *
     * @param question the step
     * @param choice its answer
     * @param finding the finding that gave the answer
     */
    public record Settled(GuideStep question, GuideChoice choice, Diagnostic finding) {
        public Settled {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(choice, "choice");
            Objects.requireNonNull(finding, "finding");
        }
    }
}
