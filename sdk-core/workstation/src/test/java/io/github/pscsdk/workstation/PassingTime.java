package io.github.pscsdk.workstation;

import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Time that stands still, at noon of a first of January at first, but passes while a call waits for it. */
public final class PassingTime {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Of the engine's pauses; the limits of its calls are longer, so that no answer which is on its way comes too late. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final VirtualClock clock = VirtualClock.standingAt(NOON);
    private final List<Duration> pauses = new ArrayList<>();

    public VirtualClock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** How long each pause was that passed during a call. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** The call's result; pauses of the engine pass meanwhile. */
    public <T> T during(Callable<T> call) throws Exception {
        return result(call, "the call ends but for pauses", () -> true, () -> {
            var before = now();
            if (clock.advanceToNext(LONGEST_PAUSE)) {
                pauses.add(Duration.between(before, now()));
            }
            return null;
        });
    }

    /** The same; any time passes meanwhile, but in all no more than the limit. */
    public <T> T within(Duration limit, Callable<T> call) throws Exception {
        return within(limit, () -> true, call);
    }

    /**
     * Lets time pass, from one task to the next, until the condition holds.
     *
     * @param step between two tasks at most
     */
    public void passesUntil(String what, Duration step, Callable<Boolean> condition) {
        Await.until(what, () -> {
            var holds = condition.call();
            if (!holds) {
                clock.advanceToNext(step);
            }
            return holds;
        });
    }

    /**
     * The same as {@link #within}, but no time passes before the call waits for nothing else.
     *
     * @param waits whether it does
     */
    public <T> T within(Duration limit, Callable<Boolean> waits, Callable<T> call) throws Exception {
        var end = now().plus(limit);
        return result(
                call, "the call ends within " + limit, waits, () -> clock.advanceToNext(Duration.between(now(), end)));
    }

    private static <T> T result(Callable<T> call, String what, Callable<Boolean> waits, Callable<?> passes)
            throws Exception {
        var work = new FutureTask<>(call);
        var thread = new Thread(work, "call");
        thread.setDaemon(true);
        var others = Set.of(threads());
        thread.start();
        Await.until(what, () -> {
            // Before it waits, it may not have said for how long; and in this order, since it may have waited for
            // something else before.
            if (waits.call() && isWaiting(thread) && areWaiting(others)) {
                passes.call();
            }
            return work.isDone();
        });
        return outcome(what, work);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** Whether the engine's threads that work for the call, and not the others, have said for how long they wait. */
    private static boolean areWaiting(Set<Thread> others) {
        return Arrays.stream(threads())
                .filter(thread -> thread.getName().startsWith("psc-"))
                .filter(thread -> !others.contains(thread) || thread.getName().equals("psc-worker-starter"))
                .allMatch(thread -> isWaiting(thread) || isAtItsPeer(thread));
    }

    /** Whether a call to a peer runs there, whose limit is planned: a slow peer has it at work all the time. */
    private static boolean isAtItsPeer(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(HttpCalls.class.getName())
                        && frame.getMethodName().equals("run"));
    }

    private static Thread[] threads() {
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        var threads = new Thread[2 * group.activeCount() + 10];
        return Arrays.copyOf(threads, group.enumerate(threads));
    }

    private static <T> T outcome(String what, FutureTask<T> work) throws Exception {
        try {
            return Await.result(what, work);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
