package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.relyingparty.PscSession;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps the session of a verified identity back until the software gives the code that the browser's page
 * shows. Whoever logged in has it, whoever began the login types it; so nobody gets a session by having somebody else log
 * in. The session has one owner at any time: this, until {@link #offer} says {@code RIGHT} or {@link #abandon} gives it
 * away. Safe for any thread.
 */
final class CodeConfirmation {
    private static final int TRIES = 3;

    /** What came of a code. */
    enum Verdict {
        /** The session is the caller's to open. Said once. */
        RIGHT,
        /** The same code as the one that was right. */
        RIGHT_AGAIN,
        WRONG,
        /** Wrong, and the last that was heard. */
        WRONG_AT_LAST,
        /** Too late for any code. */
        NOT_WAITING
    }

    private enum State {
        WAITING,
        CLAIMED,
        ABANDONED
    }

    private final PscSession session;
    private final PageCode code = PageCode.draw();
    private State state = State.WAITING;
    private int triesLeft = TRIES;

    CodeConfirmation(PscSession session) {
        this.session = session;
    }

    PscSession session() {
        return session;
    }

    PageCode code() {
        return code;
    }

    synchronized Verdict offer(String typed) {
        var right = code.is(typed);
        if (state == State.CLAIMED && right) {
            return Verdict.RIGHT_AGAIN;
        } else if (state != State.WAITING || triesLeft == 0) {
            return Verdict.NOT_WAITING;
        } else if (right) {
            state = State.CLAIMED;
            return Verdict.RIGHT;
        }
        triesLeft--;
        return triesLeft == 0 ? Verdict.WRONG_AT_LAST : Verdict.WRONG;
    }

    /** How many codes it still hears; empty once one was right, or the last one wrong, or nobody waits any more. */
    synchronized OptionalInt triesLeft() {
        return state == State.WAITING && triesLeft > 0 ? OptionalInt.of(triesLeft) : OptionalInt.empty();
    }

    /** Ends the wait: the session, for the caller to end. Empty if a right code came first, and the second time. */
    synchronized Optional<PscSession> abandon() {
        if (state != State.WAITING) {
            return Optional.empty();
        }
        state = State.ABANDONED;
        return Optional.of(session);
    }
}
