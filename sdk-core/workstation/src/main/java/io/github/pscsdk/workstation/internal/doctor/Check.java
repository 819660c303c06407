package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One look at one thing, on a thread of its own, which counts its time from the beginning. */
final class Check {
    private final Look look;
    private final long begin = System.nanoTime();
    private final FutureTask<List<Diagnostic>> work;
    private volatile long end;

    /**
     * Counts from now.
     *
     * @param ended where it is put once it has ended
     */
    Check(Look look, Queue<Check> ended) {
        this.look = look;
        this.work = new FutureTask<>(look.at()) {
            @Override
            protected void done() {
                end = System.nanoTime();
                ended.add(Check.this);
            }
        };
    }

    /** What a thread has to run. */
    Runnable work() {
        return work;
    }

    /** How much of its time is left, in nanoseconds. */
    long left() {
        return begin + look.limit().toNanos() - System.nanoTime();
    }

    /** Interrupts it, if it still looks. */
    void stop() {
        work.cancel(true);
    }

    /** What came out of it, once it has ended or was stopped. */
    Examination examination() throws InterruptedException {
        var took = Duration.ofNanos(end - begin);
        return new Examination(look.subject(), look.authenticatorId(), findings(), took);
    }

    private List<Diagnostic> findings() throws InterruptedException {
        try {
            return work.get();
        } catch (CancellationException | ExecutionException e) {
            return look.otherwise();
        }
    }
}
