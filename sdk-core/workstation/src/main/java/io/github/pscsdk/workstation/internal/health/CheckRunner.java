package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.EngineThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Runs several checks at the same time. For one thread, once. */
final class CheckRunner {
    private final BlockingQueue<RunningCheck> ended = new LinkedBlockingQueue<>();
    private final List<RunningCheck> running = new ArrayList<>();
    private final EngineThreads threads;

    CheckRunner(EngineThreads threads) {
        this.threads = threads;
    }

    /** Runs them all; none outlasts its limit, and none outlasts this call. */
    List<Examination> run(List<PlannedCheck> checks, Consumer<Examination> progress) throws InterruptedException {
        try {
            for (var planned : checks) {
                var check = new RunningCheck(planned);
                running.add(check);
                threads.execute(check.work);
            }
            var examinations = new ArrayList<Examination>();
            while (!running.isEmpty()) {
                var check = ended.take();
                running.remove(check);
                var examination = check.examination();
                progress.accept(examination);
                examinations.add(examination);
            }
            return examinations;
        } finally {
            running.forEach(RunningCheck::stop);
        }
    }

    /** One check on a thread of its own. Its time counts from when this object is made. */
    private final class RunningCheck {
        private final PlannedCheck planned;
        private final long begin = System.nanoTime();
        private final FutureTask<List<Diagnostic>> work;
        private final Runnable cancelLimit;
        private volatile long end;

        RunningCheck(PlannedCheck planned) {
            this.planned = planned;
            this.work = new FutureTask<>(planned.work()) {
                @Override
                protected void done() {
                    end = System.nanoTime();
                    ended.add(RunningCheck.this);
                }
            };
            this.cancelLimit = threads.atLimit(planned.limit(), this::stop);
        }

        /** Interrupts it, if it still runs. */
        void stop() {
            work.cancel(true);
        }

        /** What came out of it, once it has ended or was stopped. */
        Examination examination() throws InterruptedException {
            cancelLimit.run();
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
