package io.github.pscsdk.sessionstore.internal;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work that calls a store, for hosts that may not block: on the calling thread, where the store is in this
 * process; else on one of {@value #THREADS} daemon threads, for {@link #LIMIT} at most. Work that must not be lost is
 * {@linkplain #retry(Callable, Consumer) tried again}. Safe for any thread.
 */
public final class StoreCalls implements AutoCloseable {
    /** How many calls of stores elsewhere go on at once. */
    public static final int THREADS = 16;

    /** How many more may wait for a thread; beyond, work fails at once with {@code STORE_UNAVAILABLE}. */
    public static final int MOST_WAITING = 10_000;

    /**
     * After which a caller is told that the store does not answer ({@code STORE_UNAVAILABLE}), whatever becomes of the
     * call.
     */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    /** For what a refresh has brought, which is lost with this node anyway. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** PSC's tokens live longer than the twenty seconds that so many tries take. */
    private static final int TRIES = 20;

    // For what may wait longer: many do it at once after an outage.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(StoreCalls.class);
    private static final String CLOSED = "the calls of the store are closed";

    /** Set on a thread that may wait for a store. */
    private static final ThreadLocal<Boolean> MAY_WAIT = new ThreadLocal<>();

    private final Optional<Executor> threads;
    private final Runnable endThreads;
    private final Scheduler timers;
    private final String place;
    private volatile boolean closed;

    /**
     * @param inProcess whether the store never blocks: {@link SessionStore#isInProcess}
     * @param timers limit the calls; their owner closes them
     * @param place of the store: {@link SessionStore#place}
     */
    public StoreCalls(boolean inProcess, Scheduler timers, String place) {
        var own = inProcess
                ? Optional.<ExecutorService>empty()
                : Optional.<ExecutorService>of(Scheduler.daemons("psc-store", THREADS, MOST_WAITING));
        this.place = place;
        this.threads = own.map(pool -> pool);
        this.endThreads = () -> own.ifPresent(ExecutorService::shutdown);
        this.timers = timers;
    }

    /** For a store elsewhere, on threads of an owner that bounds and ends them. */
    public StoreCalls(Executor threads, Scheduler timers, String place) {
        this.place = place;
        this.threads = Optional.of(threads);
        this.endThreads = () -> {};
        this.timers = timers;
    }

    static boolean isOnItsThread() {
        return MAY_WAIT.get() != null;
    }

    /**
     * A step of a flow: several calls of the store, and nothing that waits for anybody else. A step that has waited for
     * a thread for half the limit is not begun. Fails with what the work throws.
     */
    public <T> CompletableFuture<T> run(Callable<T> work) {
        var done = new CompletableFuture<T>();
        if (threads.isEmpty()) {
            complete(done, work);
            return done;
        }
        var told = timers.orTimeout(done, LIMIT)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(failure instanceof TimeoutException ? unavailable() : failure));
        if (closed) {
            done.completeExceptionally(StoreException.unavailable(CLOSED, null));
            return told;
        }
        try {
            var latest = timers.elapsed().plus(LIMIT.dividedBy(2));
            threads.get().execute(() -> {
                if (timers.elapsed().compareTo(latest) <= 0) {
                    completeHere(done, work);
                } else {
                    done.completeExceptionally(unavailable());
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(
                    StoreException.unavailable(closed ? CLOSED : place + ": too many wait for it", null));
        }
        return told;
    }

    private static <T> void completeHere(CompletableFuture<T> done, Callable<T> work) {
        MAY_WAIT.set(true);
        try {
            complete(done, work);
        } finally {
            MAY_WAIT.remove();
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    private StoreException unavailable() {
        return StoreException.unavailable(place + ": no answer within " + LIMIT.toMillis() + " ms", null);
    }

    /**
     * Work that has to come through: while the store is away it is tried once a second. A try with an unknown end may
     * be done all the same, so the work has to be the same whether done once or twice. Ends with the work, which may be
     * later; fails with what that throws.
     *
     * @param away is told why, where the work is not done within {@link #LIMIT}, and once more at each further try
     */
    public <T> CompletableFuture<T> retry(Callable<T> work, Consumer<Throwable> away) {
        return retry(work, away, timers.elapsed());
    }

    private <T> CompletableFuture<T> retry(Callable<T> work, Consumer<Throwable> away, Duration since) {
        return run(work).exceptionallyCompose(failure -> {
            if (!isAway(failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            var next = timers.elapsed().minus(since).plus(PAUSE);
            if (next.compareTo(LONGEST) > 0) {
                log.warn(
                        "what came for a session is written no more: {}",
                        causeOf(failure).getMessage());
                return CompletableFuture.failedFuture(failure);
            }
            if (next.compareTo(LIMIT) > 0) {
                away.accept(causeOf(failure));
            }
            return timers.delay(PAUSE).thenCompose(paused -> retry(work, away, since));
        });
    }

    /** The same for what a login has brought: for some twenty seconds. */
    public <T> CompletableFuture<T> retry(Callable<T> work) {
        return retry(work, () -> true);
    }

    /** The same while it is wanted. */
    public <T> CompletableFuture<T> retry(Callable<T> work, BooleanSupplier wanted) {
        return retryInTurn(() -> run(work), wanted);
    }

    /** The same for work of which each try waits for its turn. */
    public <T> CompletableFuture<T> retryInTurn(Supplier<CompletableFuture<T>> work, BooleanSupplier wanted) {
        var left = new AtomicInteger(TRIES);
        return retryLong(work, () -> left.decrementAndGet() > 0 && wanted.getAsBoolean(), PAUSE, PAUSE);
    }

    /** The same for as long as it is wanted, ever more seldom. */
    public <T> CompletableFuture<T> retryLong(Supplier<CompletableFuture<T>> work, BooleanSupplier wanted) {
        return retryLong(work, wanted, PAUSE, LONGEST_PAUSE);
    }

    /** The same with a first pause, which doubles until the longest one. */
    public <T> CompletableFuture<T> retryLong(
            Supplier<CompletableFuture<T>> work, BooleanSupplier wanted, Duration pause, Duration longest) {
        var doubled = pause.multipliedBy(2);
        var next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return work.get()
                .exceptionallyCompose(failure -> isAway(failure) && wanted.getAsBoolean()
                        ? timers.delay(pause).thenCompose(paused -> retryLong(work, wanted, next, longest))
                        : CompletableFuture.failedFuture(failure));
    }

    /**
     * One try, of which the caller is told the end within {@link #LIMIT}; {@code late} is given what comes after that.
     */
    public <T> CompletableFuture<T> once(Callable<T> work, Consumer<T> late) {
        var told = new CompletableFuture<T>();
        run(() -> {
                    var done = work.call();
                    if (!told.complete(done)) {
                        late.accept(done);
                    }
                    return done;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        told.completeExceptionally(causeOf(failure));
                    }
                });
        return told;
    }

    /** Whether work fails since the store is away. */
    public static boolean isAway(Throwable failure) {
        return causeOf(failure) instanceof StoreException store && store.problem() == LoginProblem.STORE_UNAVAILABLE;
    }

    /** Without the wrappers that stages of a future add. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? causeOf(failure.getCause())
                : failure;
    }

    /** A failure as text for the log; of foreign ones only the class, since their messages may quote an entry. */
    static String describe(Throwable failure) {
        var cause = causeOf(failure);
        return cause instanceof StoreException
                ? Objects.requireNonNull(cause.getMessage())
                : cause.getClass().getName();
    }

    Duration elapsed() {
        return timers.elapsed();
    }

    /** Takes no more work; what runs goes on to its end. */
    @Override
    public void close() {
        closed = true;
        endThreads.run();
    }
}
