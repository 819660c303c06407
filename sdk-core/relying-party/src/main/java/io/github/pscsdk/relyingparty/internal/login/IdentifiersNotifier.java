package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host by which identifiers a person is known, on a few threads of its own; no login depends on how that
 * ends.
 */
public final class IdentifiersNotifier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IdentifiersNotifier.class);

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 256;

    private final IdentifiersListener listener;
    private final Scheduler scheduler;
    private final ExecutorService threads;

    public IdentifiersNotifier(IdentifiersListener listener, Scheduler scheduler) {
        this.listener = listener;
        this.scheduler = scheduler;
        threads = Scheduler.daemons("psc-identifiers", THREADS, MOST_WAITING);
    }

    /** Done once the listener is, or at the limit, after which it is told nevertheless; never fails. */
    CompletableFuture<Void> tell(Professional person) {
        try {
            var told = CompletableFuture.runAsync(() -> listener.loggingIn(person.identifiers()), threads)
                    .exceptionally(failure -> {
                        // Without its message, which may name the person.
                        var type = Futures.causeOf(failure).getClass().getName();
                        log.warn("the listener of identifiers failed by {}", type);
                        return null;
                    });
            // Not on the timer's thread: what follows a login may take its time.
            return scheduler.orTimeout(told.copy(), LIMIT).handleAsync((done, late) -> {
                if (late != null) {
                    log.warn(
                            "a login goes on before the listener of identifiers is done: it takes more than {} s",
                            LIMIT.toSeconds());
                }
                return null;
            });
        } catch (RejectedExecutionException e) {
            log.warn("a login is not told to the listener of identifiers: too many wait for it");
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Lets calls under way end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
