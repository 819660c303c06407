package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.SessionState;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state of one session and its transitions, each of which returns whether it changed anything. Safe for any thread; a change is put
 * into the queue of the listeners, who are told later.
 */
final class SessionLifecycle {
    /** What the host sees as {@code LOCKED} is two phases: only from {@code DEVICE_AWAY} the session can become active again. */
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

    private final StateListeners listeners;
    private Phase phase = Phase.ACTIVE;

    SessionLifecycle(StateListeners listeners) {
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

    /** Not a session that the host locked: locking does not end it at the server half. */
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
            listeners.enqueue(to.shown);
        }
        return true;
    }
}
