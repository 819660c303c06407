package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.AuthenticationSession.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of one session, its transitions, each of which returns whether it changed anything, and the listeners.
 * Changes are queued, and one thread at a time tells them in order, under no lock. Safe for any thread.
 */
final class SessionLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SessionLifecycle.class);

    /**
     * The state {@code LOCKED} of the host is two phases: only from {@code DEVICE_AWAY} the session can become active
     * again.
     */
    private enum Phase {
        ACTIVE(State.ACTIVE),
        DEVICE_AWAY(State.LOCKED),
        LOCKED_BY_HOST(State.LOCKED),
        ENDED(State.ENDED);

        private final State shown;

        Phase(State shown) {
            this.shown = shown;
        }
    }

    private static final Set<Phase> OPEN = EnumSet.of(Phase.ACTIVE, Phase.DEVICE_AWAY);

    private record Change(State state, List<Consumer<State>> listeners) {}

    private final long login;
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Queue<Change> untold = new ArrayDeque<>();
    private boolean telling;
    private Phase phase = Phase.ACTIVE;
    private boolean lost;

    /** @param login the number of the session's login, for the log */
    SessionLifecycle(long login) {
        this.login = login;
    }

    synchronized State state() {
        return phase.shown;
    }

    // ---- transitions ---------------------------------------------------------------------------------------------

    void deviceWent() {
        move(EnumSet.of(Phase.ACTIVE), Phase.DEVICE_AWAY);
    }

    /** Undoes {@link #deviceWent}, and nothing else; not once the device is lost. */
    synchronized void deviceCameBack() {
        if (!lost) {
            move(EnumSet.of(Phase.DEVICE_AWAY), Phase.ACTIVE);
        }
    }

    /** Nobody can tell any more whether the device is there. */
    synchronized void deviceLost() {
        lost = true;
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
            log.info("login {}: its session is {} now", login, to.shown);
            untold.add(new Change(to.shown, List.copyOf(listeners)));
        }
        return true;
    }

    // ---- listeners -----------------------------------------------------------------------------------------------

    /** Is told of later changes only. */
    synchronized void listen(Consumer<State> listener) {
        listeners.add(listener);
    }

    /** Empties the queue, unless another thread is at it. */
    void tellListeners() {
        if (begin()) {
            for (var change = next(); change.isPresent(); change = next()) {
                var told = change.get();
                told.listeners.forEach(listener -> tell(listener, told.state));
            }
        }
    }

    private synchronized boolean begin() {
        var free = !telling;
        telling = true;
        return free;
    }

    private synchronized Optional<Change> next() {
        var change = Optional.ofNullable(untold.poll());
        telling = change.isPresent();
        return change;
    }

    private <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException | Error e) {
            // Not the exception itself: the host's messages are its own, and may name a person.
            log.warn(
                    "login {}: a listener of its session threw {}",
                    login,
                    e.getClass().getName());
        }
    }

    // ---- warnings before the end -----------------------------------------------------------------------------------

    private static final class Warning {
        private final Duration before;
        private final Consumer<Instant> listener;
        private Optional<Instant> told = Optional.empty();

        private Warning(Duration before, Consumer<Instant> listener) {
            this.before = before;
            this.listener = listener;
        }

        private boolean isOwed(Instant end) {
            return !told.equals(Optional.of(end));
        }
    }

    synchronized void warn(Duration before, Consumer<Instant> listener) {
        warnings.add(new Warning(before, listener));
    }

    /** When the next listener is to be warned, if the session ends at {@code end}. */
    synchronized Optional<Instant> nextWarning(Instant end) {
        return warnings.stream()
                .filter(warning -> warning.isOwed(end))
                .map(warning -> end.minus(warning.before))
                .min(Instant::compareTo);
    }

    /** Warns those whose time has come, once for each end. */
    void tellWarnings(Instant now, Instant end) {
        due(now, end).forEach(warning -> tell(warning.listener, end));
    }

    private synchronized List<Warning> due(Instant now, Instant end) {
        var due = warnings.stream()
                .filter(warning -> warning.isOwed(end) && !now.isBefore(end.minus(warning.before)))
                .toList();
        due.forEach(warning -> warning.told = Optional.of(end));
        return due;
    }
}
