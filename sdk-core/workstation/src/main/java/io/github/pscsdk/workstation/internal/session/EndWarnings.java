package io.github.pscsdk.workstation.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be told before a session ends. Safe for any thread; no lock is held while a listener runs. */
final class EndWarnings {
    private static final Logger log = LoggerFactory.getLogger(EndWarnings.class);

    private final long login;
    private final List<Warning> warnings = new ArrayList<>();

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

    /** @param login the number of the session's login, for the log */
    EndWarnings(long login) {
        this.login = login;
    }

    synchronized void add(Duration before, Consumer<Instant> listener) {
        warnings.add(new Warning(before, listener));
    }

    /** When the next listener is to be told, if the session ends at {@code end}. */
    synchronized Optional<Instant> next(Instant end) {
        return warnings.stream()
                .filter(warning -> warning.isOwed(end))
                .map(warning -> end.minus(warning.before))
                .min(Instant::compareTo);
    }

    /** Tells those whose time has come, once for each end. */
    void tell(Instant now, Instant end) {
        for (var warning : due(now, end)) {
            try {
                warning.listener.accept(end);
            } catch (RuntimeException | Error e) {
                // Not the exception itself: the host's messages are its own, and may name a person.
                log.warn(
                        "login {}: a listener of its session threw {}",
                        login,
                        e.getClass().getName());
            }
        }
    }

    private synchronized List<Warning> due(Instant now, Instant end) {
        var due = warnings.stream()
                .filter(warning -> warning.isOwed(end) && !now.isBefore(end.minus(warning.before)))
                .toList();
        due.forEach(warning -> warning.told = Optional.of(end));
        return due;
    }
}
