package io.github.pscsdk.time.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deadlines that are hardly ever reached: to set one and to drop it wakes no thread. While there are any, a look every
 * 50 ms finds those that have passed, so work begins by so much late at most. The looks run on the thread of the JDK's
 * timer, and work on a few daemon threads of this class: whatever the common pool is busy with delays no deadline.
 *
 * <p>They follow the system's time, and no clock of an owner: they end calls on real sockets, which no test can move.
 */
public final class Deadlines {
    private static final long STEP_MILLIS = 50;
    private static final Executor NEXT_LOOK =
            CompletableFuture.delayedExecutor(STEP_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);

    // Few, since thousands of calls reach their limit at once where a peer stands still.
    static final int THREADS = 4;
    private static final Executor WORKERS = Scheduler.daemons("psc-deadline", THREADS, Integer.MAX_VALUE);

    private static final Set<Deadline> ALL = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean LOOKING = new AtomicBoolean();

    private Deadlines() {}

    private static final class Deadline {
        private final long nanos;
        private final Runnable work;

        Deadline(Duration delay, Runnable work) {
            this.nanos = System.nanoTime() + delay.toNanos();
            this.work = work;
        }
    }

    /**
     * Runs the work after the delay, on a thread where it may take its time; where that of {@value #THREADS} does, the
     * rest waits.
     *
     * @return forgets it
     */
    public static Runnable after(Duration delay, Runnable work) {
        var deadline = new Deadline(delay, work);
        ALL.add(deadline);
        lookAgain();
        return () -> ALL.remove(deadline);
    }

    private static void lookAgain() {
        if (!LOOKING.get() && LOOKING.compareAndSet(false, true)) {
            NEXT_LOOK.execute(Deadlines::look);
        }
    }

    private static void look() {
        var now = System.nanoTime();
        for (var deadline : ALL) {
            if (deadline.nanos - now <= 0 && ALL.remove(deadline)) {
                WORKERS.execute(deadline.work);
            }
        }
        // First: a deadline that is set meanwhile sees it, or is seen by the next line.
        LOOKING.set(false);
        if (!ALL.isEmpty()) {
            lookAgain();
        }
    }
}
