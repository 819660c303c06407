package io.github.pscsdk.api.dialog;

import java.util.Objects;

/**
 * Asks for the six digits that the page of the server half shows at the end of a browser login. Only the person at that
 * browser sees them, so an attacker who began the login gets no session. Immutable.
 */
public final class BrowserCodeQuestion {
    private final int triesLeft;
    private final boolean again;

    private BrowserCodeQuestion(int triesLeft, boolean again) {
        this.triesLeft = triesLeft;
        this.again = again;
    }

    /** The first question, with at least one try left. */
    public static BrowserCodeQuestion of(int triesLeft) {
        if (triesLeft < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
        return new BrowserCodeQuestion(triesLeft, false);
    }

    /** A copy that says that the answer before was a wrong code or no code. */
    public BrowserCodeQuestion asAgain() {
        return new BrowserCodeQuestion(triesLeft, true);
    }

    /** How many wrong codes end the login, at least 1. */
    public int triesLeft() {
        return triesLeft;
    }

    /** Whether the answer before was a wrong code or no code. */
    public boolean again() {
        return again;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BrowserCodeQuestion question
                && triesLeft == question.triesLeft
                && again == question.again;
    }

    @Override
    public int hashCode() {
        return Objects.hash(triesLeft, again);
    }

    @Override
    public String toString() {
        return "BrowserCodeQuestion[" + triesLeft + " tries left]";
    }
}
