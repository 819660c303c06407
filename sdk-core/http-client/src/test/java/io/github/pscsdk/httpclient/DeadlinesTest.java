package io.github.pscsdk.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void work_is_done_when_its_time_has_come_and_not_before() throws Exception {
        var later = after(Duration.ofMillis(300));
        var soon = after(Duration.ofMillis(20));

        assertTrue(soon.get(10, TimeUnit.SECONDS) >= Duration.ofMillis(20).toNanos());
        assertTrue(later.get(10, TimeUnit.SECONDS) >= Duration.ofMillis(300).toNanos());
        after(Duration.ZERO).get(10, TimeUnit.SECONDS);
    }

    @Test
    void what_is_forgotten_is_not_done() throws Exception {
        var done = new CompletableFuture<Void>();
        Deadlines.after(Duration.ofMillis(50), () -> done.complete(null)).run();

        after(Duration.ofMillis(200)).get(10, TimeUnit.SECONDS);

        assertFalse(done.isDone());
    }

    @Test
    void work_that_takes_its_time_holds_up_no_other() throws Exception {
        var hang = new CompletableFuture<Void>();
        var hangs = new CompletableFuture<Void>();
        Deadlines.after(Duration.ZERO, () -> {
            hangs.complete(null);
            hang.completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
        });
        hangs.get(10, TimeUnit.SECONDS);

        after(Duration.ofMillis(10)).get(10, TimeUnit.SECONDS);

        assertFalse(hang.isDone(), "the other one had to wait");
        hang.complete(null);
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

        assertTrue(done.await(30, TimeUnit.SECONDS));

        assertTrue(threads.size() <= Deadlines.THREADS, () -> threads.size() + " threads");
    }

    @Test
    void work_is_done_on_threads_of_ours_whatever_the_common_pool_is_busy_with() throws Exception {
        var thread = new CompletableFuture<String>();
        Deadlines.after(
                Duration.ZERO, () -> thread.complete(Thread.currentThread().getName()));

        assertEquals("psc-deadline", thread.get(10, TimeUnit.SECONDS));
    }
}
