package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs several checks at the same time. For one thread, once. */
final class CheckRunner {
    private final BlockingQueue<RunningCheck> ended = new LinkedBlockingQueue<>();
    private final List<RunningCheck> running = new ArrayList<>();

    /** Runs them all; none outlasts its limit, and none outlasts this call. */
    List<Examination> run(List<PlannedCheck> checks, Executor threads, Consumer<Examination> progress)
            throws InterruptedException {
        try {
            for (var planned : checks) {
                var check = new RunningCheck(planned, ended);
                running.add(check);
                threads.execute(check.work());
            }
            var examinations = new ArrayList<Examination>();
            while (!running.isEmpty()) {
                var examination = next().examination();
                progress.accept(examination);
                examinations.add(examination);
            }
            return examinations;
        } finally {
            running.forEach(RunningCheck::stop);
        }
    }

    /** The check that ends next: by itself, or stopped since its time is over. */
    private RunningCheck next() throws InterruptedException {
        var soonest = running.stream()
                .min(Comparator.comparingLong(RunningCheck::left))
                .orElseThrow();
        var check = ended.poll(soonest.left(), TimeUnit.NANOSECONDS);
        if (check == null) {
            soonest.stop();
            check = ended.take();
        }
        running.remove(check);
        return check;
    }

    /** One check on a thread of its own. Its time counts from when this object is made. */
    private static final class RunningCheck {
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
            var findings = findings();
            return planned.authenticatorId()
                    .map(id -> Examination.ofAuthenticator(id, findings, took))
                    .orElseGet(() -> Examination.of(planned.subject(), findings, took));
        }

        private List<Diagnostic> findings() throws InterruptedException {
            try {
                return work.get();
            } catch (CancellationException | ExecutionException e) {
                return planned.otherwise();
            }
        }
    }
}
