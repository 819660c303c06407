package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host by which identifiers a person is known, on a few threads of its own; no login depends on how that
 * ends.
 */
public final class IdentifiersNotice implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IdentifiersNotice.class);

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 256;

    private final IdentifiersListener listener;
    private final Scheduler scheduler;
    private final ThreadPoolExecutor threads;

    public IdentifiersNotice(IdentifiersListener listener, Scheduler scheduler) {
        this.listener = listener;
        this.scheduler = scheduler;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Scheduler.daemons("psc-identifiers"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Done once the listener is, or at the limit; never fails. */
    CompletableFuture<Void> tell(Professional person) {
        try {
            var told = CompletableFuture.runAsync(() -> listener.loggingIn(person.identifiers()), threads);
            // Not on the timer's thread: what follows a login may take its time.
            return scheduler.orTimeout(told, LIMIT).handleAsync((done, failure) -> {
                if (failure != null) {
                    // Without its message, which may name the person.
                    log.warn("a login goes on without the listener of identifiers: {}", reason(failure));
                }
                return null;
            });
        } catch (RejectedExecutionException e) {
            log.warn("a login is not told to the listener of identifiers: too many wait for it");
            return CompletableFuture.completedFuture(null);
        }
    }

    private static String reason(Throwable failure) {
        var cause = Futures.causeOf(failure);
        return cause instanceof TimeoutException
                ? "it takes more than " + LIMIT.toSeconds() + " s"
                : "it failed by " + cause.getClass().getName();
    }

    /** Lets calls under way end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
