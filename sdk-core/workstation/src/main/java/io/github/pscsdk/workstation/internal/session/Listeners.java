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
 * Who wants to know of a session's states, and what they were not told yet. Whoever changes a state notes it; then
 * anybody tells. While one thread tells, others only add to what it has to say: so the order is kept without holding a
 * lock while a listener runs.
 */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private record News(SessionState state, List<Consumer<SessionState>> listeners) {}

    private final long login;
    private final List<Consumer<SessionState>> listeners = new ArrayList<>();
    private final Queue<News> untold = new ArrayDeque<>();
    private boolean telling;

    /** Names the session in the log by the number of its login. */
    Listeners(long login) {
        this.login = login;
    }

    /** Follows what is noted from now on. */
    synchronized void add(Consumer<SessionState> listener) {
        listeners.add(listener);
    }

    synchronized void note(SessionState state) {
        log.info("login {}: its session is {} now", login, state);
        untold.add(new News(state, List.copyOf(listeners)));
    }

    /** Tells all that is noted, unless another thread is at it. */
    void tell() {
        if (begin()) {
            for (var news = next(); news.isPresent(); news = next()) {
                tell(news.get());
            }
        }
    }

    private synchronized boolean begin() {
        var free = !telling;
        telling = true;
        return free;
    }

    private synchronized Optional<News> next() {
        var news = Optional.ofNullable(untold.poll());
        telling = news.isPresent();
        return news;
    }

    private void tell(News news) {
        for (var listener : news.listeners()) {
            try {
                listener.accept(news.state());
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
