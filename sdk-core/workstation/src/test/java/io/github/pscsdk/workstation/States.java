package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.SessionState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Follows a session as a host does, and waits for it to get somewhere. */
final class States {
    private static final long PATIENCE_SECONDS = 30;

    private final AuthenticationSession session;
    private final List<SessionState> told = new CopyOnWriteArrayList<>();
    private final Semaphore changes = new Semaphore(0);

    private States(AuthenticationSession session) {
        this.session = session;
    }

    static States of(AuthenticationSession session) {
        var states = new States(session);
        session.onStateChange(state -> {
            states.told.add(state);
            states.changes.release();
        });
        return states;
    }

    /** What the session told since. */
    List<SessionState> told() {
        return List.copyOf(told);
    }

    /** Waits for the state, whether it is told or was there before. */
    void await(SessionState state) throws InterruptedException {
        while (session.state() != state) {
            awaitChanges(1);
        }
    }

    /** Waits until that many more changes are told. */
    void awaitChanges(int count) throws InterruptedException {
        if (!changes.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no change; so far: " + told);
        }
    }
}
