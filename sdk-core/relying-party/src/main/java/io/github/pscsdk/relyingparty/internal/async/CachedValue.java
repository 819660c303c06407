package io.github.pscsdk.relyingparty.internal.async;

import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is fetched when first needed and again when it is old; an old one serves meanwhile, and while fetching
 * fails. Readers take no lock. Callers share a fetch that began less than {@link #JOINED_FOR} ago; an older one may
 * hang. To set the system's clock makes no value older or younger.
 */
public final class CachedValue<T> {
    private static final Logger log = LoggerFactory.getLogger(CachedValue.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    /** Longer than a healthy fetch takes. */
    static final Duration JOINED_FOR = Duration.ofSeconds(2);

    private final String what;
    private final Supplier<CompletableFuture<T>> fetch;
    private final Duration maxAge;
    private final Scheduler timers;
    private final AtomicLong fetches = new AtomicLong();
    private final AtomicReference<Fetch<T>> youngest = new AtomicReference<>();
    private final AtomicReference<Kept<T>> kept = new AtomicReference<>();

    private record Fetch<T>(long number, Duration begun, CompletableFuture<T> value) {
        boolean isJoinedAt(Duration now) {
            return !value.isDone() && now.minus(begun).compareTo(JOINED_FOR) < 0;
        }

        boolean hasSucceeded() {
            return value.isDone() && !value.isCompletedExceptionally();
        }
    }

    private record Kept<T>(CompletableFuture<T> value, long fetch, Duration refreshAt) {}

    /** @param maxAge after which a value is old, by the time of the timers */
    public CachedValue(String what, Supplier<CompletableFuture<T>> fetch, Duration maxAge, Scheduler timers) {
        this.what = what;
        this.fetch = fetch;
        this.maxAge = maxAge;
        this.timers = timers;
    }

    /** The value kept, at once; the first time, the value that is being fetched. */
    public CompletableFuture<T> get() {
        var current = kept.get();
        if (current == null) {
            // A fetch that has ended since will do.
            return fetched(Fetch::hasSucceeded);
        }
        var now = timers.elapsed();
        if (now.compareTo(current.refreshAt) >= 0
                && kept.compareAndSet(
                        current, new Kept<>(current.value, current.fetch, now.plus(PAUSE_AFTER_FAILURE)))) {
            // Of the many threads that see an old value, one fetches.
            refetch();
        }
        return current.value;
    }

    public boolean isKept() {
        return kept.get() != null;
    }

    /** A value fetched now, or by the fetch under way. Where it fails, the value kept stays. */
    public CompletableFuture<T> refetch() {
        return fetched(ended -> false);
    }

    private CompletableFuture<T> fetched(Predicate<Fetch<T>> suffices) {
        var mine = new Fetch<T>(fetches.incrementAndGet(), timers.elapsed(), new CompletableFuture<>());
        var joined = youngest.accumulateAndGet(
                mine,
                (last, next) -> last != null && (last.isJoinedAt(next.begun) || suffices.test(last)) ? last : next);
        if (joined == mine) {
            // In a stage, so that a fetch that throws is logged as one that fails; elsewhere, since others join it.
            Futures.follow(
                    CompletableFuture.completedFuture(null)
                            .thenCompose(start -> CallingThread.withheld(fetch))
                            .whenComplete((value, failure) -> keep(mine, value, failure)),
                    mine.value);
        }
        return Futures.mirror(joined.value);
    }

    private void keep(Fetch<T> fetched, T value, Throwable failure) {
        if (failure == null) {
            var now = new Kept<>(
                    CompletableFuture.completedFuture(value),
                    fetched.number,
                    timers.elapsed().plus(maxAge));
            // The value of a call that hung is older than the one that is kept.
            kept.accumulateAndGet(now, (last, next) -> last != null && last.fetch > next.fetch ? last : next);
        } else {
            log.warn("{} could not be fetched: {}", what, Futures.describe(failure));
        }
    }
}
