package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** Follows a session as a host does, and waits for it to get somewhere. */
final class States {
    private final AuthenticationSession session;
    private final List<State> told = new CopyOnWriteArrayList<>();
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
    List<State> told() {
        return List.copyOf(told);
    }

    /** Waits for the state, whether it is told or was there before. */
    void await(State state) {
        Await.until("the session is " + state, () -> session.state() == state);
    }

    /** Waits until that many more changes are told. */
    void awaitChanges(int count) {
        Await.until(count + " more changes of the session", () -> changes.tryAcquire(count));
    }
}
