package io.github.pscsdk.relyingparty.internal.async;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.LoginEnded;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Operation;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's listeners what happens, in order, on a thread of its own. Safe for any thread; nothing blocks. */
public final class Events implements AutoCloseable {
    /** Nobody listens. */
    public static final Events NONE = new Events(List.of());

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    static final int MOST_WAITING = 10_000;
    private static final int IDLE_SECONDS = 30;

    private final List<RelyingPartyListener> listeners;
    private final ThreadPoolExecutor thread;
    private final AtomicBoolean dropIsTold = new AtomicBoolean();
    private final AtomicBoolean failureIsTold = new AtomicBoolean();

    public Events(List<RelyingPartyListener> listeners) {
        this.listeners = List.copyOf(listeners);
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                task -> {
                    var made = new Thread(task, "psc-events");
                    made.setDaemon(true);
                    return made;
                },
                (task, full) -> drop());
        thread.allowCoreThreadTimeOut(true);
    }

    public void tell(Consumer<RelyingPartyListener> event) {
        if (!listeners.isEmpty()) {
            thread.execute(() -> listeners.forEach(known -> call(known, event)));
        }
    }

    private void drop() {
        if (!thread.isShutdown() && dropIsTold.compareAndSet(false, true)) {
            log.warn("a listener of the relying party is too slow: events are dropped, which is told once");
        }
    }

    private void call(RelyingPartyListener known, Consumer<RelyingPartyListener> event) {
        try {
            event.accept(known);
        } catch (RuntimeException | Error e) {
            if (failureIsTold.compareAndSet(false, true)) {
                log.warn(
                        "a listener of the relying party fails, which is told once: {}",
                        e.getClass().getName());
            }
        }
    }

    /** A login begins; its end is told when the outcome is there. */
    public void login(
            WayIn wayIn, Optional<Means> asked, Instant begun, CompletableFuture<PscSession> outcome, Clock clock) {
        outcome.whenComplete((session, failure) -> {
            var means = failure == null ? session.means() : asked;
            var since = Duration.between(begun, clock.instant());
            // A clock may be set back.
            var duration = since.isNegative() ? Duration.ZERO : since;
            tell(known -> known.loginEnded(new LoginEnded(wayIn, means, outcome(failure), duration)));
        });
    }

    /** Something else than a login has ended; only a problem is told. */
    public void operation(Operation operation, Throwable failure) {
        if (Futures.causeOf(failure) instanceof PscException known) {
            tell(listening -> listening.refused(operation, known.problem()));
        }
    }

    public void sessionEnded(SessionEnd why) {
        tell(known -> known.sessionEnded(why));
    }

    public static String outcome(Throwable failure) {
        var cause = Futures.causeOf(failure);
        if (cause == null) {
            return RelyingPartyListener.DONE;
        }
        if (cause instanceof PscException known) {
            return known.problem().code();
        }
        return cause instanceof CancellationException ? RelyingPartyListener.CANCELLED : RelyingPartyListener.FAILED;
    }

    /** Tells what still waits, and nothing more. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
