package io.github.pscsdk.relyingparty.internal.async;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is fetched when first needed and again when it is old. An old value goes on serving while a new one is
 * fetched, and for as long as fetching fails. One fetch at a time; readers take no lock.
 */
public final class CachedValue<T> {
    private static final Logger log = LoggerFactory.getLogger(CachedValue.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final String what;
    private final Supplier<CompletableFuture<T>> fetch;
    private final Duration maxAge;
    private final Clock clock;
    private final SharedFlows<String, T> fetches = new SharedFlows<>();
    private final AtomicReference<Kept<T>> kept = new AtomicReference<>();

    private record Kept<T>(CompletableFuture<T> value, Instant refreshAt) {}

    /**
     * @param what the value's name, for the log
     * @param fetch starts one fetch
     * @param maxAge after which a value is old
     */
    public CachedValue(String what, Supplier<CompletableFuture<T>> fetch, Duration maxAge, Clock clock) {
        this.what = what;
        this.fetch = fetch;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** The value kept, at once; the first time, the value that is being fetched. */
    public CompletableFuture<T> get() {
        var current = kept.get();
        if (current == null) {
            return refetch();
        }
        var now = clock.instant();
        if (!now.isBefore(current.refreshAt)
                && kept.compareAndSet(current, new Kept<>(current.value, now.plus(PAUSE_AFTER_FAILURE)))) {
            // Of the many threads that see an old value, one fetches.
            refetch();
        }
        return current.value;
    }

    /** Whether a value is kept, however old. */
    public boolean isKept() {
        return kept.get() != null;
    }

    /** A value fetched now, or by the fetch under way. Where it fails, the value kept stays. */
    public CompletableFuture<T> refetch() {
        // In a stage, so that a fetch that throws is logged as one that fails.
        return fetches.run(
                what,
                () -> CompletableFuture.completedFuture(null)
                        .thenCompose(start -> fetch.get())
                        .whenComplete(this::keep));
    }

    private void keep(T value, Throwable failure) {
        if (failure == null) {
            kept.set(new Kept<>(
                    CompletableFuture.completedFuture(value), clock.instant().plus(maxAge)));
        } else {
            log.warn("{} could not be fetched: {}", what, Futures.describe(failure));
        }
    }
}
