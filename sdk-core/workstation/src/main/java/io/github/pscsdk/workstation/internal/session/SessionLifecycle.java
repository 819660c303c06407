package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.SessionState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where one session stands, and what may come next. Each change answers whether it was one. Safe for any thread; tells
 * nobody, but notes what to tell.
 */
final class SessionLifecycle {
    /** What the host sees as one state, {@code LOCKED}, is two: only one of them has a way back. */
    private enum Phase {
        ACTIVE(SessionState.ACTIVE),
        DEVICE_AWAY(SessionState.LOCKED),
        LOCKED_BY_HOST(SessionState.LOCKED),
        ENDED(SessionState.ENDED);

        private final SessionState shown;

        Phase(SessionState shown) {
            this.shown = shown;
        }
    }

    private static final Set<Phase> OPEN = EnumSet.of(Phase.ACTIVE, Phase.DEVICE_AWAY);

    private final Listeners listeners;
    private Phase phase = Phase.ACTIVE;

    SessionLifecycle(Listeners listeners) {
        this.listeners = listeners;
    }

    synchronized SessionState state() {
        return phase.shown;
    }

    boolean deviceWent() {
        return move(EnumSet.of(Phase.ACTIVE), Phase.DEVICE_AWAY);
    }

    /** Undoes {@link #deviceWent}, and nothing else. */
    boolean deviceCameBack() {
        return move(EnumSet.of(Phase.DEVICE_AWAY), Phase.ACTIVE);
    }

    boolean lock() {
        return move(OPEN, Phase.LOCKED_BY_HOST);
    }

    boolean end() {
        return move(EnumSet.complementOf(EnumSet.of(Phase.ENDED)), Phase.ENDED);
    }

    /** Not what a host has locked: it asked for no end at the server half. */
    boolean endWhatIsOpen() {
        return move(OPEN, Phase.ENDED);
    }

    private synchronized boolean move(Set<Phase> from, Phase to) {
        if (!from.contains(phase)) {
            return false;
        }
        var before = phase.shown;
        phase = to;
        if (before != to.shown) {
            listeners.note(to.shown);
        }
        return true;
    }
}
