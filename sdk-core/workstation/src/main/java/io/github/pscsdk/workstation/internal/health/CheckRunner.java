package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
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
}
