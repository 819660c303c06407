package io.github.pscsdk.sessionstore.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which thread a store is called on, and for how long at most. */
class StoreCallsTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "test");
    private final CountDownLatch hanging = new CountDownLatch(1);

    @AutoClose
    private final StoreCalls elsewhere = new StoreCalls(false, timers, "a store");

    @AfterEach
    void letGo() {
        hanging.countDown();
    }

    private static Throwable failure(CompletableFuture<?> call) {
        return assertThrows(Throwable.class, () -> Await.outcome("the call", call));
    }

    /** Every thread is busy with a call that does not end before the test says so. */
    private void hang() throws Exception {
        var begun = new CountDownLatch(StoreCalls.THREADS);
        for (var i = 0; i < StoreCalls.THREADS; i++) {
            elsewhere.run(() -> {
                begun.countDown();
                Await.latch("the test lets the store go on", hanging);
                return null;
            });
        }
        Await.latch("all threads are busy", begun);
    }

    @Test
    void a_store_in_this_process_is_called_where_one_is() throws Exception {
        try (var here = new StoreCalls(true, timers, "a store")) {
            assertSame(Thread.currentThread(), here.run(Thread::currentThread).get());
        }
    }

    @Test
    void a_store_elsewhere_is_called_on_a_thread_that_nothing_else_needs() throws Exception {
        assertNotEquals(Thread.currentThread(), Await.outcome("the call", elsewhere.run(Thread::currentThread)));
    }

    @Test
    void what_the_work_throws_is_what_the_call_fails_with() {
        var thrown = new IllegalStateException("test");

        assertSame(thrown, failure(elsewhere.run(() -> {
            throw thrown;
        })));
    }

    @Test
    void a_store_that_hangs_holds_no_caller_beyond_the_limit_and_gets_nothing_that_piled_up() throws Exception {
        var late = new CountDownLatch(1);
        hang();
        var waiting = elsewhere.run(() -> {
            late.countDown();
            return null;
        });
        clock.advance(StoreCalls.LIMIT.minusMillis(1));
        assertFalse(waiting.isDone());

        clock.advance(Duration.ofMillis(1));

        var failure = assertInstanceOf(StoreException.class, failure(waiting));
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        assertEquals("PSC-049: a store: no answer within 5000 ms", failure.getMessage());
        hanging.countDown();
        assertTrue(Await.outcome("a call after the store is back", elsewhere.run(() -> true)));
        assertEquals(1, late.getCount(), "nobody waited any more");
    }

    @Test
    void what_could_not_end_within_the_limit_is_not_begun() throws Exception {
        var begun = new CountDownLatch(1);
        hang();
        var waiting = elsewhere.run(() -> {
            begun.countDown();
            return null;
        });
        clock.advance(StoreCalls.LIMIT.dividedBy(2).plusMillis(1));

        hanging.countDown();

        assertInstanceOf(StoreException.class, failure(waiting));
        assertEquals(1, begun.getCount());
    }

    @Test
    void what_comes_after_the_limit_is_given_to_who_takes_it_and_the_rest_to_the_caller() throws Exception {
        var late = new CompletableFuture<String>();
        assertEquals("in time", Await.outcome("the call", elsewhere.once(() -> "in time", late::complete)));
        assertFalse(late.isDone());

        var begun = new CountDownLatch(1);
        var waiting = elsewhere.once(
                () -> {
                    begun.countDown();
                    Await.latch("the test lets the store go on", hanging);
                    return "too late";
                },
                late::complete);
        Await.latch("the store is called", begun);
        clock.advance(StoreCalls.LIMIT);
        assertInstanceOf(StoreException.class, failure(waiting));
        hanging.countDown();

        assertEquals("too late", Await.outcome("what came late", late));
    }

    @Test
    void too_many_who_wait_are_told_at_once() throws Exception {
        hang();
        var calls = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < StoreCalls.MOST_WAITING; i++) {
            calls.add(elsewhere.run(() -> true));
        }

        var refused = elsewhere.run(() -> true);

        assertTrue(refused.isDone());
        assertInstanceOf(StoreException.class, failure(refused));
        assertTrue(calls.stream().noneMatch(CompletableFuture::isDone));
    }

    @Test
    void after_the_close_nothing_is_called() {
        elsewhere.close();

        assertInstanceOf(StoreException.class, failure(elsewhere.run(() -> true)));
    }

    @Test
    void the_threads_of_an_owner_may_wait_for_a_store_and_are_used_no_more_after_the_close() throws Exception {
        var own = new StoreCalls(Runnable::run, timers, "a store");
        assertTrue(own.run(StoreCalls::isOnItsThread).get());
        assertFalse(StoreCalls.isOnItsThread());

        own.close();

        assertInstanceOf(StoreException.class, failure(own.run(() -> true)));
    }

    /** Work that is done on this thread, and the seconds at which it is tried. */
    private final class Tries implements Callable<Void> {
        private final List<Long> seconds = new ArrayList<>();
        private final Instant begin = clock.instant();
        private RuntimeException failure = StoreException.unavailable("away", null);

        @Override
        public Void call() {
            seconds.add(Duration.between(begin, clock.instant()).toSeconds());
            throw failure;
        }
    }

    private final StoreCalls here = new StoreCalls(true, timers, "a store");
    private final Tries work = new Tries();

    private static List<Long> seconds(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void what_a_login_has_brought_is_tried_twenty_times_a_second_apart() {
        var call = here.retry(work, () -> true);

        clock.advance(Duration.ofMinutes(5));

        assertEquals(seconds(0, 19), work.seconds);
        assertSame(work.failure, failure(call));
    }

    @Test
    void what_nobody_wants_any_more_is_tried_no_more() {
        var call = here.retry(work, () -> work.seconds.size() < 3);

        clock.advance(Duration.ofMinutes(5));

        assertEquals(seconds(0, 2), work.seconds);
        assertSame(work.failure, failure(call));
    }

    @Test
    void what_may_wait_is_tried_ever_more_seldom() {
        here.retryLong(() -> here.run(work), () -> true);

        clock.advance(Duration.ofSeconds(40));

        assertEquals(List.of(0L, 1L, 3L, 7L, 15L, 25L, 35L), work.seconds);
    }

    @Test
    void what_a_refresh_has_brought_is_tried_for_ninety_seconds_and_its_owner_told_after_five() {
        var told = new ArrayList<Long>();
        var call = here.retry(work, away -> told.add((long) work.seconds.size() - 1));

        clock.advance(Duration.ofMinutes(5));

        assertEquals(seconds(0, 90), work.seconds);
        assertEquals(seconds(5, 89), told);
        assertSame(work.failure, failure(call));
    }

    @Test
    void what_no_time_mends_is_tried_once() {
        for (var lasting : List.of(StoreException.unreadable("other keys"), new IllegalStateException("a mistake"))) {
            work.failure = lasting;
            work.seconds.clear();

            assertSame(lasting, failure(here.retry(work, () -> true)));
            assertSame(lasting, failure(here.retry(work, away -> {})));
            assertSame(lasting, failure(here.retryLong(() -> here.run(work), () -> true)));
            assertEquals(3, work.seconds.size());
        }
        assertEquals(0, clock.tasks());
    }
}
