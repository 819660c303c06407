package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One check on a thread of its own. Its time counts from when this object is made. */
final class RunningCheck {
    private final PlannedCheck planned;
    private final long begin = System.nanoTime();
    private final FutureTask<List<Diagnostic>> work;
    private volatile long end;

    /** @param ended receives this check once it has ended */
    RunningCheck(PlannedCheck planned, Queue<RunningCheck> ended) {
        this.planned = planned;
        this.work = new FutureTask<>(planned.work()) {
            @Override
            protected void done() {
                end = System.nanoTime();
                ended.add(RunningCheck.this);
            }
        };
    }

    Runnable work() {
        return work;
    }

    /** The time left, in nanoseconds. */
    long left() {
        return begin + planned.limit().toNanos() - System.nanoTime();
    }

    /** Interrupts it, if it still runs. */
    void stop() {
        work.cancel(true);
    }

    /** What came out of it, once it has ended or was stopped. */
    Examination examination() throws InterruptedException {
        var took = Duration.ofNanos(end - begin);
        return new Examination(planned.subject(), planned.authenticatorId(), findings(), took);
    }

    private List<Diagnostic> findings() throws InterruptedException {
        try {
            return work.get();
        } catch (CancellationException | ExecutionException e) {
            return planned.otherwise();
        }
    }
}
