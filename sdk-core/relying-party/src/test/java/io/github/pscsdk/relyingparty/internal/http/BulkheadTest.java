package io.github.pscsdk.relyingparty.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.RawPeer.Manner;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final ArrayDeque<Runnable> given = new ArrayDeque<>();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void so_many_tasks_run_at_once_and_the_others_wait_in_line() {
        var bulkhead = new Bulkhead(given::add, 2).line(2);

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
    void a_task_that_throws_takes_nobody_s_place() {
        var bulkhead = new Bulkhead(Runnable::run, 1).line(1);

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
        var bulkhead = new Bulkhead(
                        task -> {
                            if (full[0]) {
                                throw new RejectedExecutionException("test");
                            }
                            task.run();
                        },
                        1)
                .line(1);

        assertThrows(RejectedExecutionException.class, () -> bulkhead.execute(() -> ran.add(1)));
        full[0] = false;
        bulkhead.execute(() -> ran.add(2));

        assertEquals(List.of(2), ran);
    }

    @Test
    void calls_in_line_that_no_thread_takes_keep_no_place() {
        var full = new boolean[1];
        var line = new Bulkhead(
                        task -> {
                            if (full[0]) {
                                throw new RejectedExecutionException("test");
                            }
                            task.run();
                        },
                        1)
                .line(1);

        CallingThread.offered(() -> CallingThread.lentTo(new CompletableFuture<>(), () -> {
            line.execute(() -> {
                line.execute(() -> ran.add(1));
                line.execute(() -> ran.add(2));
                full[0] = true;
            });
            return null;
        }));
        full[0] = false;
        line.execute(() -> ran.add(3));

        assertEquals(List.of(3), ran);
    }

    @Test
    void one_that_hangs_holds_up_nobody_who_calls_another() throws Exception {
        var hang = new CountDownLatch(1);
        var one = Bulkhead.ofThreads("one", 2).line(2);
        var other = Bulkhead.ofThreads("other", 2).line(2);
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
    void an_endpoint_has_places_of_its_own() {
        var bulkhead = new Bulkhead(given::add, 2);
        var one = bulkhead.line(1);
        var other = bulkhead.line(1);

        one.execute(() -> ran.add(1));
        one.execute(() -> ran.add(2));
        other.execute(() -> ran.add(3));

        assertEquals(2, given.size());
        assertThrows(IllegalArgumentException.class, () -> bulkhead.line(1));
    }

    /** A bulkhead for six, with a line of two and a line of one, whose time and timers a test moves. */
    private final class Hanging {
        private final AtomicLong nanos = new AtomicLong();
        private final List<Duration> looks = new ArrayList<>();
        private final ArrayDeque<Runnable> due = new ArrayDeque<>();
        private final Bulkhead bulkhead = new Bulkhead(
                given::add,
                6,
                (delay, work) -> {
                    looks.add(delay);
                    due.add(work);
                    return () -> {};
                },
                nanos::get);
        private final Bulkhead.Line line = bulkhead.line(2);
        private final Bulkhead.Line other = bulkhead.line(1);

        private void begin(Bulkhead.Line called, int calls) {
            for (var i = 0; i < calls; i++) {
                called.execute(() -> ran.add(ran.size()));
            }
        }

        private void pass(Duration time) {
            nanos.addAndGet(time.toNanos());
        }
    }

    @Test
    void those_in_line_of_an_endpoint_begin_when_it_has_hung_for_two_seconds() {
        var hanging = new Hanging();

        hanging.begin(hanging.line, 4);
        assertEquals(2, given.size());
        assertEquals(List.of(Duration.ofSeconds(2)), hanging.looks);
        hanging.pass(Duration.ofSeconds(2));
        hanging.due.remove().run();
        assertEquals(4, given.size());

        hanging.begin(hanging.line, 1);
        assertEquals(5, given.size(), "whoever comes waits for none of them");
    }

    @Test
    void an_endpoint_that_hangs_takes_no_place_of_another_one() {
        var hanging = new Hanging();

        hanging.begin(hanging.line, 20);
        hanging.pass(Duration.ofSeconds(2));
        hanging.due.remove().run();
        assertEquals(5, given.size(), "two places, and the three that no line has");
        hanging.begin(hanging.other, 1);
        assertEquals(6, given.size());
        assertEquals(0, hanging.due.size(), "only the end of a call makes room");

        given.peek().run();
        assertEquals(16, ran.size(), "one after the other on the thread that is free");
    }

    @Test
    void an_endpoint_that_hangs_no_more_has_its_places_and_no_others() {
        var hanging = new Hanging();
        hanging.begin(hanging.line, 4);
        hanging.pass(Duration.ofSeconds(2));
        hanging.due.remove().run();
        // The calls that hung have ended.
        given.remove().run();
        given.remove().run();

        hanging.begin(hanging.line, 1);

        assertEquals(2, given.size(), "two go on, and one waits");
        assertEquals(List.of(Duration.ofSeconds(2)), hanging.looks.subList(1, 2));
        given.remove().run();
        assertEquals(4, ran.size());
    }

    @Test
    void where_nothing_hangs_at_the_look_the_next_one_is_when_it_would() {
        var hanging = new Hanging();
        hanging.begin(hanging.line, 2);
        hanging.pass(Duration.ofSeconds(1));
        hanging.begin(hanging.line, 3);
        // The first ones end, and two of those in line begin on their threads, a second after them.
        assertEquals(List.of(Duration.ofSeconds(1)), hanging.looks);
        hanging.pass(Duration.ofMillis(500));
        assertEquals(2, given.size());

        hanging.pass(Duration.ofMillis(500));
        hanging.due.remove().run();

        assertEquals(5, given.size());
    }

    @Test
    void few_threads_do_the_work_once_many_were_needed() throws Exception {
        var bulkhead = Bulkhead.ofThreads("many", 8).line(8);
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

    // ---- on a thread that is lent --------------------------------------------------------------------------------

    private static final Duration LONG = Duration.ofSeconds(25);

    private final List<Thread> used = new CopyOnWriteArrayList<>();
    private final Bulkhead.Line pool = Bulkhead.ofThreads("pool", 2).line(2);

    @AutoClose
    private final HttpCalls calls = new HttpCalls(
            client -> client.addInterceptor(chain -> {
                used.add(Thread.currentThread());
                return chain.proceed(chain.request());
            }),
            pool);

    private static RawPeer honest() {
        return new RawPeer(c -> {
            while (c.read()) {
                c.write(RawPeer.OK);
            }
        });
    }

    private static Request get(RawPeer peer) {
        return new Request.Builder().url(peer.uri().toString()).build();
    }

    private static CompletableFuture<HttpResponse> lent(
            CompletableFuture<?> operation, HttpCalls calls, Request request, Duration limit) {
        return CallingThread.offered(() -> CallingThread.lentTo(operation, () -> calls.send(request, limit)));
    }

    @Test
    void a_thread_of_the_pool_is_never_lent() throws Exception {
        try (var peer = honest()) {
            var onPool = CompletableFuture.supplyAsync(
                            () -> {
                                var mine = Thread.currentThread();
                                lent(new CompletableFuture<>(), calls, get(peer), LONG)
                                        .join();
                                return mine;
                            },
                            pool)
                    .get();

            assertNotEquals(onPool, used.get(0));
        }
    }

    @Test
    void where_no_place_is_free_a_call_waits_in_line_for_a_thread_of_the_pool() throws Exception {
        try (var silent = new RawPeer(Manner.silent());
                var peer = honest()) {
            var hanging = List.of(calls.send(get(silent), LONG), calls.send(get(silent), LONG));
            var response = lent(new CompletableFuture<>(), calls, get(peer), LONG);

            assertFalse(response.isDone());
            hanging.get(0).cancel(true);
            assertEquals(200, response.get().status());
            assertFalse(used.contains(Thread.currentThread()));
            hanging.get(1).cancel(true);
        }
    }

    @Test
    void a_call_on_a_lent_thread_has_a_place_and_gives_it_to_the_next_in_line() throws Exception {
        try (var silent = new RawPeer(Manner.silent());
                var peer = honest()) {
            // Where a place is free, a call is over when it has begun.
            var one = new HttpCalls(client -> client, new Bulkhead(Runnable::run, 1).line(1));
            var operation = new CompletableFuture<Void>();
            var caller = CompletableFuture.supplyAsync(
                    () -> lent(operation, one, get(silent), LONG), ThreadPerTaskExecutor.INSTANCE);
            Await.until("the silent one is called", () -> silent.connections() == 1);
            var waiting = one.send(get(peer), LONG);
            assertFalse(waiting.isDone());

            operation.complete(null);

            assertTrue(caller.get().isCancelled());
            assertEquals(200, waiting.get().status());
            one.close();
        }
    }
}
