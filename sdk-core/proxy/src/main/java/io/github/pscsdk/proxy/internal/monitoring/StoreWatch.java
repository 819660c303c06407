package io.github.pscsdk.proxy.internal.monitoring;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether the store outside this process can be used: by its whole check until that has passed;
 * then by writing a small entry, which a server that is full or read-only refuses. Where the entry has gone, the store
 * was emptied, and the whole check is made once more.
 */
public final class StoreWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private final String entry = "psc-proxy/watch/" + UUID.randomUUID();
    private final SessionStore store;
    private final Optional<TraceStore> traces;
    private final Optional<PeriodicTask> looks;
    private boolean isChecked;
    private volatile Optional<LoginProblem> problem = Optional.empty();

    private StoreWatch(SessionStore store, Optional<TraceStore> traces, Optional<PeriodicTask> looks) {
        this.store = store;
        this.traces = traces;
        this.looks = looks;
    }

    /**
     * Checks the store, and goes on to look after it.
     *
     * @throws StoreException {@code STORE_UNREADABLE} if somebody has to set something up first; one that is away is
     *     told in the log
     */
    public static StoreWatch of(SessionStore store, Optional<TraceStore> traces, Scheduler timers) {
        if (store.isInProcess()) {
            return new StoreWatch(store, traces, Optional.empty());
        }
        var looks = new PeriodicTask("proxy-store-watch", timers);
        var watch = new StoreWatch(store, traces, Optional.of(looks));
        try {
            watch.look();
        } catch (StoreException e) {
            if (e.problem() == LoginProblem.STORE_UNREADABLE) {
                looks.close();
                throw e;
            }
            watch.tell(e);
        }
        timers.after(BETWEEN, () -> looks.every(BETWEEN, watch::lookAgain));
        return watch;
    }

    private void lookAgain() {
        try {
            look();
            if (problem.isPresent()) {
                problem = Optional.empty();
                log.info("the store of sessions can be used again");
            }
        } catch (StoreException e) {
            tell(e);
        } catch (RuntimeException e) {
            // Of a host's own store. Without its message, which may quote an entry; thrown, it would be the last look.
            tell(StoreException.unavailable("it fails with " + e.getClass().getName(), null));
        }
    }

    private void look() {
        var wasThere = isChecked
                && store.update(entry, LIFETIME, before -> Optional.of(new byte[0]))
                        .isPresent();
        if (!wasThere) {
            store.check();
            traces.ifPresent(TraceStore::check);
            store.put(entry, new byte[0], LIFETIME);
            isChecked = true;
        }
    }

    private void tell(StoreException failure) {
        var found = Optional.of(failure.problem());
        // At the end the store is closed while somebody looks, which is no news.
        if (!looks.map(PeriodicTask::isClosed).orElse(false) && !found.equals(problem)) {
            problem = found;
            log.error("the store of sessions cannot be used: {}", failure.getMessage());
        }
    }

    /** Why the store cannot be used; empty where it can, as far as is known. */
    public Optional<LoginProblem> problem() {
        return problem;
    }

    /** A look that is under way ends by the store's own limit. */
    @Override
    public void close() {
        looks.ifPresent(PeriodicTask::close);
    }
}
