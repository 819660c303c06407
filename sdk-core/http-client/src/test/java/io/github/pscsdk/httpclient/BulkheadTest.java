package io.github.pscsdk.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final ArrayDeque<Runnable> given = new ArrayDeque<>();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void so_many_tasks_run_at_once_and_the_others_wait_in_line() {
        var bulkhead = Bulkhead.on(given::add, 2);

        for (var i = 0; i < 5; i++) {
            var number = i;
            bulkhead.execute(() -> ran.add(number));
        }
        assertEquals(2, given.size());
        given.forEach(Runnable::run);

        assertEquals(List.of(0, 2, 3, 4, 1), ran);
        bulkhead.execute(() -> ran.add(5));
        assertEquals(3, given.size(), "there is room again");
    }

    @Test
    void what_is_last_in_line_waits_behind_whoever_comes_later() {
        var bulkhead = Bulkhead.on(given::add, 1);
        bulkhead.executeLast(() -> ran.add(0));

        bulkhead.executeLast(() -> ran.add(1));
        bulkhead.executeLast(() -> ran.add(2));
        bulkhead.execute(() -> ran.add(3));
        given.forEach(Runnable::run);

        assertEquals(List.of(0, 3, 1, 2), ran);
    }

    @Test
    void a_task_that_throws_takes_nobody_s_place() {
        var bulkhead = Bulkhead.on(Runnable::run, 1);

        for (var i = 0; i < 3; i++) {
            bulkhead.execute(() -> {
                throw new IllegalStateException("test");
            });
        }
        bulkhead.execute(() -> ran.add(1));

        assertEquals(List.of(1), ran);
    }

    @Test
    void threads_that_take_no_more_are_told_of() {
        var full = new boolean[] {true};
        var bulkhead = Bulkhead.on(
                task -> {
                    if (full[0]) {
                        throw new RejectedExecutionException("test");
                    }
                    task.run();
                },
                1);

        assertThrows(RejectedExecutionException.class, () -> bulkhead.execute(() -> ran.add(1)));
        full[0] = false;
        bulkhead.execute(() -> ran.add(2));

        assertEquals(List.of(2), ran);
    }

    @Test
    void one_that_hangs_holds_up_nobody_who_calls_another() throws Exception {
        var hang = new CountDownLatch(1);
        var one = Bulkhead.ofThreads("one", 2);
        var other = Bulkhead.ofThreads("other", 2);
        for (var i = 0; i < 10; i++) {
            one.execute(() -> {
                try {
                    hang.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        var answered = Await.outcome(
                "an answer of the other",
                CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), other));

        assertTrue(answered.startsWith("other-"), answered);
        hang.countDown();
    }

    @Test
    void few_threads_do_the_work_once_many_were_needed() throws Exception {
        var bulkhead = Bulkhead.ofThreads("many", 8);
        var together = new CountDownLatch(8);
        for (var i = 0; i < 8; i++) {
            bulkhead.execute(() -> {
                together.countDown();
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        together.await();
        var names = new HashSet<String>();
        for (var i = 0; i < 200; i++) {
            var thread = Await.outcome("a task", CompletableFuture.supplyAsync(Thread::currentThread, bulkhead));
            names.add(thread.getName());
            Await.until("the thread is idle again", () -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        assertTrue(names.size() <= 4, names::toString);
    }
}
