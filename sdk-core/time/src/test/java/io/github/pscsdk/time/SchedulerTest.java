package io.github.pscsdk.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "none");
    private final List<String> done = new ArrayList<>();

    private void after(int seconds, String name) {
        timers.after(Duration.ofSeconds(seconds), () -> done.add(name));
    }

    @Test
    void a_move_runs_what_is_due_in_order_and_nothing_else() {
        after(3, "third");
        after(1, "first");
        after(1, "second");
        after(4, "not yet");

        clock.advance(Duration.ofSeconds(3));

        assertEquals(List.of("first", "second", "third"), done);
    }

    @Test
    void a_task_sees_the_time_at_which_it_was_due_and_may_schedule_the_next() {
        var begin = clock.instant();
        var seen = new ArrayList<Duration>();
        timers.after(SECOND, () -> {
            seen.add(Duration.between(begin, clock.instant()));
            timers.after(SECOND, () -> seen.add(timers.elapsed()));
        });

        clock.advance(Duration.ofSeconds(10));

        assertEquals(List.of(SECOND, SECOND.multipliedBy(2)), seen);
        assertEquals(begin.plusSeconds(10), clock.instant());
    }

    @Test
    void a_task_that_is_due_at_once_waits_for_no_move() throws Exception {
        var ran = new CompletableFuture<Void>();

        timers.after(Duration.ZERO, () -> ran.complete(null));

        ran.get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_cancelled_task_is_not_run() {
        timers.after(SECOND, () -> done.add("cancelled")).run();

        clock.advance(SECOND);

        assertEquals(List.of(), done);
    }

    @Test
    void closing_cancels_the_tasks_of_this_owner_alone() {
        after(1, "of the closed one");
        var other = Scheduler.of(clock, "none");
        other.after(SECOND, () -> done.add("of the other one"));

        timers.close();
        after(1, "too late");
        clock.advance(SECOND);

        assertEquals(List.of("of the other one"), done);
    }

    @Test
    void a_task_that_throws_keeps_no_other_from_its_turn_and_fails_the_move() {
        timers.after(SECOND, () -> {
            throw new IllegalStateException("broken");
        });
        after(1, "next");

        assertThrows(IllegalStateException.class, () -> clock.advance(SECOND));

        assertEquals(List.of("next"), done);
    }

    @Test
    void moves_to_the_next_task_and_no_further() {
        after(2, "next");
        after(3, "later");

        assertFalse(clock.advanceToNext(SECOND));
        assertTrue(clock.advanceToNext(Duration.ofSeconds(2)));

        assertEquals(List.of("next"), done);
        assertTrue(clock.hasTaskWithin(SECOND));
    }

    @Test
    void a_future_times_out_when_the_clock_is_moved() {
        var late = timers.orTimeout(new CompletableFuture<String>(), SECOND);
        var instead = timers.completeOnTimeout(new CompletableFuture<>(), "instead", SECOND);
        assertFalse(late.isDone());

        clock.advance(SECOND);

        var failure = assertThrows(ExecutionException.class, late::get);
        assertEquals(TimeoutException.class, failure.getCause().getClass());
        assertEquals("instead", instead.join());
    }

    @Test
    void a_future_that_completes_in_time_leaves_no_task() {
        var early = timers.orTimeout(new CompletableFuture<String>(), SECOND);

        early.complete("early");

        assertFalse(clock.hasTaskWithin(SECOND));
        assertEquals("early", early.join());
    }

    @Test
    void a_thread_sleeps_until_the_clock_is_moved_and_hears_an_interrupt() throws Exception {
        var sleep = new FutureTask<>(() -> {
            timers.sleep(SECOND);
            return "awake";
        });
        new Thread(sleep).start();
        Await.until("the thread sleeps", () -> clock.hasTaskWithin(SECOND));

        clock.advance(SECOND);

        assertEquals("awake", sleep.get(1, TimeUnit.MINUTES));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> timers.sleep(SECOND));
        assertFalse(clock.hasTaskWithin(SECOND));
    }

    @Test
    void a_clock_that_runs_wakes_by_its_base_too() throws Exception {
        var running = VirtualClock.running(Clock.systemUTC());

        Scheduler.of(running, "none").delay(Duration.ofMillis(5)).get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_move_runs_no_task_of_an_owner_that_follows_a_copy_of_the_clock() {
        try (var copy = Scheduler.of(clock.withZone(ZoneOffset.UTC), "psc-timer-of-the-copy")) {
            copy.after(Duration.ofDays(1), () -> done.add("of the copy"));

            clock.advance(Duration.ofDays(2));
        }

        assertEquals(List.of(), done);
    }

    @Test
    void by_the_system_a_task_runs_on_one_daemon_thread_until_its_owner_is_closed() throws Exception {
        var real = Scheduler.of(Clock.systemUTC(), "psc-timer-of-the-test");
        var thread = new CompletableFuture<Thread>();
        var before = real.elapsed();

        real.after(Duration.ofMillis(5), () -> thread.complete(Thread.currentThread()));

        var timer = thread.get(1, TimeUnit.MINUTES);
        assertEquals("psc-timer-of-the-test", timer.getName());
        assertTrue(timer.isDaemon());
        assertTrue(real.elapsed().compareTo(before.plusMillis(5)) >= 0);
        real.close();
        timer.join(Duration.ofMinutes(1).toMillis());
        assertFalse(timer.isAlive());
        real.after(Duration.ZERO, () -> done.add("too late"));
    }

    @Test
    void a_task_that_is_due_at_once_counts_until_it_has_run() throws Exception {
        var clock = VirtualClock.standing();
        var begun = new CompletableFuture<Void>();
        var end = new CompletableFuture<Void>();
        Scheduler.of(clock, "none").after(Duration.ZERO, () -> {
            begun.complete(null);
            end.join();
        });
        begun.get(1, TimeUnit.MINUTES);

        assertTrue(clock.hasTaskWithin(Duration.ZERO));
        assertEquals(1, clock.tasks());

        end.complete(null);
        Await.until("the task has run", () -> !clock.hasTaskWithin(Duration.ZERO));
        assertEquals(0, clock.tasks());
    }
}
