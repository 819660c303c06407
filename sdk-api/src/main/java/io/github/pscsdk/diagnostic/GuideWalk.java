package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * How far the findings of a health check lead through the login guide.
 *
 * @param settled the questions that a finding answered, in order; show them, since the person may know better
 * @param step where the person goes on: a question that no finding answers, a procedure or an end
 */
public record GuideWalk(List<Settled> settled, GuideStep step) {
    /** Checks and copies. */
    public GuideWalk {
        settled = List.copyOf(settled);
        Objects.requireNonNull(step, "step");
    }

    /**
     * A question that the person need not be asked.
     *
     * @param question the step
     * @param choice its answer
     * @param finding what says so
     */
    public record Settled(GuideStep question, GuideChoice choice, Diagnostic finding) {
        /** Checks. */
        public Settled {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(choice, "choice");
            Objects.requireNonNull(finding, "finding");
        }
    }
}
