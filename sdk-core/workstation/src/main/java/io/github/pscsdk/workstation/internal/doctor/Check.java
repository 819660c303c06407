package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One look at one thing, on a thread of its own, which counts its time from the beginning. */
final class Check {
    private final FutureTask<List<Diagnostic>> look;
    private final long end;
    private final List<Diagnostic> otherwise;

    private Check(Callable<List<Diagnostic>> look, Duration limit, List<Diagnostic> otherwise) {
        this.look = new FutureTask<>(look);
        this.end = System.nanoTime() + limit.toNanos();
        this.otherwise = otherwise;
    }

    /**
     * Begins it.
     *
     * @param otherwise what is found where it takes longer than the limit
     */
    static Check begin(Callable<List<Diagnostic>> look, Duration limit, List<Diagnostic> otherwise, Executor threads) {
        var check = new Check(look, limit, otherwise);
        threads.execute(check.look);
        return check;
    }

    /** Waits for what was found. */
    List<Diagnostic> findings() throws InterruptedException {
        try {
            return look.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return otherwise;
        }
    }

    /** Interrupts it, if it still looks. */
    void stop() {
        look.cancel(true);
    }
}
