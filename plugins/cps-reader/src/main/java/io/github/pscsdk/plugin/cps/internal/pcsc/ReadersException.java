package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.problem.CardProblem;

/** The readers cannot be asked at all; the problem says why. */
public final class ReadersException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CardProblem problem;

    ReadersException(CardProblem problem, Throwable cause) {
        super(problem.code() + " " + problem.name(), cause);
        this.problem = problem;
    }

    /** Why. */
    public CardProblem problem() {
        return problem;
    }
}
