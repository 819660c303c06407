package io.github.pscsdk.time.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static CompletableFuture<Long> after(Duration delay) {
        var begun = System.nanoTime();
        var done = new CompletableFuture<Long>();
        Deadlines.after(delay, () -> done.complete(System.nanoTime() - begun));
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            Await.latch("all threads have begun", latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void work_is_done_when_its_time_has_come_and_not_before() throws Exception {
        var later = after(Duration.ofMillis(300));
        var soon = after(Duration.ofMillis(20));

        assertTrue(Await.outcome("the work", soon) >= Duration.ofMillis(20).toNanos());
        assertTrue(Await.outcome("the work", later) >= Duration.ofMillis(300).toNanos());
        Await.outcome("the work", after(Duration.ZERO));
    }

    @Test
    void what_is_forgotten_is_not_done() throws Exception {
        var done = new CompletableFuture<Void>();
        Deadlines.after(Duration.ofMillis(50), () -> done.complete(null)).run();

        Await.outcome("the work", after(Duration.ofMillis(200)));

        assertFalse(done.isDone());
    }

    @Test
    void work_that_takes_its_time_holds_up_no_other() throws Exception {
        var hang = new CompletableFuture<Void>();
        var hangs = new CompletableFuture<Void>();
        Deadlines.after(Duration.ZERO, () -> {
            hangs.complete(null);
            hang.join();
        });
        Await.outcome("the work", hangs);

        try {
            Await.outcome("the other work", after(Duration.ofMillis(10)));
        } finally {
            hang.complete(null);
        }
    }

    @Test
    void a_thousand_deadlines_that_pass_at_once_need_a_handful_of_threads() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var all = new CountDownLatch(Deadlines.THREADS);
        var done = new CountDownLatch(1_000);
        for (var i = 0; i < 1_000; i++) {
            Deadlines.after(Duration.ofMillis(100), () -> {
                threads.add(Thread.currentThread());
                all.countDown();
                // The first ones take their time, so that no thread is free.
                await(all);
                done.countDown();
            });
        }

        Await.latch("all work is done", done);

        assertTrue(threads.size() <= Deadlines.THREADS, () -> threads.size() + " threads");
    }

    @Test
    void work_is_done_on_threads_of_ours_whatever_the_common_pool_is_busy_with() throws Exception {
        var thread = new CompletableFuture<String>();
        Deadlines.after(
                Duration.ZERO, () -> thread.complete(Thread.currentThread().getName()));

        assertEquals("psc-deadline", Await.outcome("the work", thread));
    }
}
