package io.github.pscsdk.time;

import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A clock that a test moves, for instance by four hours in one call. A move runs every task that falls due, in order,
 * each at its time, on the thread that moves. Give the same clock to the simulator and to the client under test, so
 * that both have the same time. It can only move forward. While a clock stands still, nothing that waits for time goes
 * on: a back-channel login sends its next poll when a test moves the clock by the polling interval.
 *
 * <p>Safe for any thread.
 */
public final class VirtualClock extends Scheduler.TimerClock {
    /** The default start: arbitrary, but far from today. */
    private static final Instant START = Instant.parse("2030-03-17T17:46:40Z");
    /** The last instant. Later years have five digits, which few parsers of dates accept. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final Executor NOW = Scheduler.threadPerTask("psc-virtual-clock");

    private final Clock base;
    private final Instant begin;
    // Wakes this clock between moves; absent where it stands still between them.
    private final Optional<Scheduler> wakes;

    // Each guarded by its own lock: a task that a move runs may read the time and schedule another one.
    private final Object moving = new Object();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Duration ahead = Duration.ZERO;
    private long scheduled;
    private int running;

    private VirtualClock(Clock base, Optional<Scheduler> wakes) {
        this.base = Objects.requireNonNull(base, "base");
        this.begin = base.instant();
        this.wakes = wakes;
    }

    private record Task(Instant due, long number, Timers owner, Runnable work) {}

    /** A clock that stands still, at an arbitrary time in the future, until it is moved. */
    public static VirtualClock standing() {
        return standingAt(START);
    }

    /** A clock that stands still at {@code start} until it is moved. */
    public static VirtualClock standingAt(Instant start) {
        return new VirtualClock(Clock.fixed(start, ZoneOffset.UTC), Optional.empty());
    }

    /** A clock that runs with {@code base}, ahead of it by the moves: for a person who uses a running simulator. */
    public static VirtualClock running(Clock base) {
        return new VirtualClock(base, Optional.of(Scheduler.of(base, "psc-virtual-clock")));
    }

    /**
     * Moves the clock forward. Tasks that fall due are run before this returns; one that throws does not keep the next
     * from its turn.
     *
     * @throws IllegalArgumentException if {@code step} is negative, or leads beyond the year 9999
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        synchronized (moving) {
            var now = instant();
            if (step.compareTo(Duration.between(now, END)) > 0) {
                throw new IllegalArgumentException("the calendar ends with the year 9999");
            }
            moveTo(now.plus(step));
        }
    }

    /**
     * Moves the clock to the next task, and runs it; if several are due at that time, all of them.
     *
     * @param longest no further than this
     * @return whether a task was run; if not, the clock has not moved
     */
    public boolean advanceToNext(Duration longest) {
        synchronized (moving) {
            var next = nextDue();
            if (next.isEmpty() || next.get().isAfter(instant().plus(longest))) {
                return false;
            }
            moveTo(next.get());
            return true;
        }
    }

    /** Whether a task falls due within that time, or runs now without a move since it was due at once. */
    public boolean hasTaskWithin(Duration time) {
        synchronized (tasks) {
            return running > 0
                    || nextDue()
                            .filter(due -> !due.isAfter(instant().plus(time)))
                            .isPresent();
        }
    }

    /** How many tasks wait for their time, or run now without a move since they were due at once. */
    public int tasks() {
        synchronized (tasks) {
            return tasks.size() + running;
        }
    }

    private void moveTo(Instant target) {
        List<Throwable> failures = new ArrayList<>();
        for (var task = take(target); task.isPresent(); task = take(target)) {
            setTo(task.get().due());
            try {
                task.get().work().run();
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }
        setTo(target);
        if (!failures.isEmpty()) {
            var failure = new IllegalStateException("a task that fell due has failed", failures.get(0));
            failures.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private void setTo(Instant time) {
        synchronized (tasks) {
            var needed = Duration.between(base.instant(), time);
            ahead = needed.compareTo(ahead) > 0 ? needed : ahead;
        }
    }

    private Optional<Task> take(Instant until) {
        synchronized (tasks) {
            var next = tasks.peek();
            return next == null || next.due().isAfter(until) ? Optional.empty() : Optional.of(tasks.remove());
        }
    }

    private Optional<Instant> nextDue() {
        synchronized (tasks) {
            return Optional.ofNullable(tasks.peek()).map(Task::due);
        }
    }

    @Override
    protected Scheduler scheduler() {
        return new Timers();
    }

    /** The tasks of one owner. */
    private final class Timers implements Scheduler {
        private boolean closed;

        @Override
        public Runnable after(Duration delay, Runnable work) {
            Task task;
            synchronized (tasks) {
                if (closed) {
                    return () -> {};
                }
                task = new Task(instant().plus(delay), scheduled++, this, work);
                tasks.add(task);
            }
            // A task that is due now does not wait for a move, nor run while its owner may hold a lock.
            if (delay.isZero() || delay.isNegative()) {
                CompletableFuture.runAsync(() -> run(task), NOW);
            }
            var forgetWake =
                    wakes.map(real -> real.after(delay, () -> run(task))).orElse(() -> {});
            return () -> {
                forgetWake.run();
                synchronized (tasks) {
                    tasks.remove(task);
                }
            };
        }

        private void run(Task task) {
            boolean due;
            synchronized (tasks) {
                due = tasks.remove(task);
                running += due ? 1 : 0;
            }
            if (due) {
                try {
                    task.work().run();
                } finally {
                    synchronized (tasks) {
                        running--;
                    }
                }
            }
        }

        @Override
        public Duration elapsed() {
            return Duration.between(begin, instant());
        }

        @Override
        public void close() {
            synchronized (tasks) {
                closed = true;
                tasks.removeIf(task -> task.owner() == this);
            }
        }
    }

    @Override
    public Instant instant() {
        synchronized (tasks) {
            return base.instant().plus(ahead);
        }
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /**
     * A clock that tells the time of this one; only this one can be moved, and a move runs no tasks of those who were
     * given the other one: their timers are the system's.
     */
    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }

    @Override
    public String toString() {
        return "VirtualClock[" + instant() + "]";
    }
}
