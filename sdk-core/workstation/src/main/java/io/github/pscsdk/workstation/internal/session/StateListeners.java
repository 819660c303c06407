package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.SessionState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a session's state, and a queue of the changes that they were not told yet. One thread at a time empties the queue;
 * others only add to it. So listeners are told in order, and no lock is held while one runs.
 */
final class StateListeners {
    private static final Logger log = LoggerFactory.getLogger(StateListeners.class);

    private record StateChange(SessionState state, List<Consumer<SessionState>> listeners) {}

    private final long login;
    private final List<Consumer<SessionState>> listeners = new ArrayList<>();
    private final Queue<StateChange> untold = new ArrayDeque<>();
    private boolean telling;

    /** @param login the number of the session's login, for the log */
    StateListeners(long login) {
        this.login = login;
    }

    /** Is told of later changes only. */
    synchronized void add(Consumer<SessionState> listener) {
        listeners.add(listener);
    }

    synchronized void enqueue(SessionState state) {
        log.info("login {}: its session is {} now", login, state);
        untold.add(new StateChange(state, List.copyOf(listeners)));
    }

    /** Empties the queue, unless another thread is at it. */
    void tell() {
        if (begin()) {
            for (var change = next(); change.isPresent(); change = next()) {
                tell(change.get());
            }
        }
    }

    private synchronized boolean begin() {
        var free = !telling;
        telling = true;
        return free;
    }

    private synchronized Optional<StateChange> next() {
        var change = Optional.ofNullable(untold.poll());
        telling = change.isPresent();
        return change;
    }

    private void tell(StateChange change) {
        for (var listener : change.listeners()) {
            try {
                listener.accept(change.state());
            } catch (RuntimeException | Error e) {
                // Not the exception itself: the host's messages are its own, and may name a person.
                log.warn(
                        "login {}: a listener of its session threw {}",
                        login,
                        e.getClass().getName());
            }
        }
    }
}
