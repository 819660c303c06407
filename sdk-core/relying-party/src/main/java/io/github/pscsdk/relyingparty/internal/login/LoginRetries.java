package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Work of a store that is done again while the store is away: some seconds of that cost nobody what Pro Santé Connect grants once. A try that failed may have been done all the same, so the
 * work does no harm when it is done twice.
 */
final class LoginRetries {
    /** PSC's tokens live longer than the twenty seconds that so many tries take. */
    private static final int TRIES = 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    // For what may wait longer: many do it at once after an outage.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final StoreCalls calls;
    private final Scheduler scheduler;

    LoginRetries(StoreCalls calls, Scheduler scheduler) {
        this.calls = calls;
        this.scheduler = scheduler;
    }

    /** @param wanted whether somebody still waits for it */
    <T> CompletableFuture<T> run(Callable<T> work, BooleanSupplier wanted) {
        return run(work, wanted, TRIES);
    }

    private <T> CompletableFuture<T> run(Callable<T> work, BooleanSupplier wanted, int tries) {
        return calls.run(work)
                .exceptionallyCompose(failure -> isStoreAway(failure) && tries > 1 && wanted.getAsBoolean()
                        ? after(PAUSE).thenCompose(paused -> run(work, wanted, tries - 1))
                        : CompletableFuture.failedFuture(failure));
    }

    /** The same for as long as it is wanted, ever more seldom. */
    <T> CompletableFuture<T> runLong(Callable<T> work, BooleanSupplier wanted) {
        return runLong(work, wanted, PAUSE);
    }

    private <T> CompletableFuture<T> runLong(Callable<T> work, BooleanSupplier wanted, Duration pause) {
        var doubled = pause.multipliedBy(2);
        var next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return calls.run(work)
                .exceptionallyCompose(failure -> isStoreAway(failure) && wanted.getAsBoolean()
                        ? after(pause).thenCompose(paused -> runLong(work, wanted, next))
                        : CompletableFuture.failedFuture(failure));
    }

    static boolean isStoreAway(Throwable failure) {
        return Futures.causeOf(failure) instanceof StoreException store
                && store.problem() == LoginProblem.STORE_UNAVAILABLE;
    }

    private CompletableFuture<Void> after(Duration pause) {
        var paused = new CompletableFuture<Void>();
        scheduler.after(pause, () -> paused.complete(null));
        return paused;
    }
}
