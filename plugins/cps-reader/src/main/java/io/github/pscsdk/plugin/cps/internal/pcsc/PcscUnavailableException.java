package io.github.pscsdk.plugin.cps.internal.pcsc;

import io.github.pscsdk.plugin.cps.problem.CardProblem;

/** No reader can be asked for; {@link #problem} says why. */
public final class PcscUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CardProblem problem;

    PcscUnavailableException(CardProblem problem, Throwable cause) {
        super(problem.code() + " " + problem.name(), cause);
        this.problem = problem;
    }

    public CardProblem problem() {
        return problem;
    }
}
