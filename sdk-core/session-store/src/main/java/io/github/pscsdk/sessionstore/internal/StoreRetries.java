package io.github.pscsdk.sessionstore.internal;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of the store that has to come through: while the store is away it is tried once a second. A try with an unknown
 * end may be done all the same, so the work has to be the same whether done once or twice. Other work is tried
 * {@linkplain #once once}.
 */
public final class StoreRetries {
    private static final Logger log = LoggerFactory.getLogger(StoreRetries.class);

    /** For what a refresh has brought, which is lost with this node anyway. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** PSC's tokens live longer than the twenty seconds that so many tries take. */
    private static final int TRIES = 20;

    // For what may wait longer: many do it at once after an outage.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final StoreCalls calls;
    private final Scheduler scheduler;

    public StoreRetries(StoreCalls calls, Scheduler scheduler) {
        this.calls = calls;
        this.scheduler = scheduler;
    }

    /**
     * Ends with the work, which may be later; fails with what that throws.
     *
     * @param away is told why, where the work is not done within {@link StoreCalls#LIMIT}, and once more at each
     *     further try
     */
    public <T> CompletableFuture<T> run(Callable<T> work, Consumer<Throwable> away) {
        return run(work, away, scheduler.elapsed());
    }

    private <T> CompletableFuture<T> run(Callable<T> work, Consumer<Throwable> away, Duration since) {
        return calls.run(work).exceptionallyCompose(failure -> {
            if (!isAway(failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            var next = scheduler.elapsed().minus(since).plus(PAUSE);
            if (next.compareTo(LONGEST) > 0) {
                log.warn(
                        "what came for a session is written no more: {}",
                        causeOf(failure).getMessage());
                return CompletableFuture.failedFuture(failure);
            }
            if (next.compareTo(StoreCalls.LIMIT) > 0) {
                away.accept(causeOf(failure));
            }
            return scheduler.delay(PAUSE).thenCompose(paused -> run(work, away, since));
        });
    }

    /** The same for what a login has brought: for some twenty seconds, while it is wanted. */
    public <T> CompletableFuture<T> run(Callable<T> work, BooleanSupplier wanted) {
        return runInTurn(() -> calls.run(work), wanted);
    }

    /** The same for work of which each try waits for its turn. */
    public <T> CompletableFuture<T> runInTurn(Supplier<CompletableFuture<T>> work, BooleanSupplier wanted) {
        return runInTurn(work, wanted, TRIES);
    }

    private <T> CompletableFuture<T> runInTurn(Supplier<CompletableFuture<T>> work, BooleanSupplier wanted, int tries) {
        return work.get()
                .exceptionallyCompose(failure -> isAway(failure) && tries > 1 && wanted.getAsBoolean()
                        ? scheduler.delay(PAUSE).thenCompose(paused -> runInTurn(work, wanted, tries - 1))
                        : CompletableFuture.failedFuture(failure));
    }

    /** The same for as long as it is wanted, ever more seldom. */
    public <T> CompletableFuture<T> runLong(Callable<T> work, BooleanSupplier wanted) {
        return runLong(work, wanted, PAUSE);
    }

    private <T> CompletableFuture<T> runLong(Callable<T> work, BooleanSupplier wanted, Duration pause) {
        var doubled = pause.multipliedBy(2);
        var next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return calls.run(work)
                .exceptionallyCompose(failure -> isAway(failure) && wanted.getAsBoolean()
                        ? scheduler.delay(pause).thenCompose(paused -> runLong(work, wanted, next))
                        : CompletableFuture.failedFuture(failure));
    }

    /**
     * One try, of which the caller is told the end within {@link StoreCalls#LIMIT}; {@code late} is given what comes
     * after that.
     */
    public <T> CompletableFuture<T> once(Callable<T> work, Consumer<T> late) {
        var told = new CompletableFuture<T>();
        calls.run(() -> {
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
}
