package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which thread a store is called on, and for how long at most. */
class StoreCallsTest {
    @AutoClose
    private final StoreCalls elsewhere = new StoreCalls(false, Duration.ofSeconds(2));

    private static Throwable failure(CompletableFuture<?> call) {
        return assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void a_store_in_this_process_is_called_where_one_is() throws Exception {
        try (var here = new StoreCalls(true)) {
            assertSame(Thread.currentThread(), here.run(Thread::currentThread).get());
        }
    }

    @Test
    void a_store_elsewhere_is_called_on_a_thread_that_nothing_else_needs() throws Exception {
        assertNotEquals(
                Thread.currentThread(), elsewhere.run(Thread::currentThread).get(10, TimeUnit.SECONDS));
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
        var hanging = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        for (var i = 0; i < StoreCalls.THREADS; i++) {
            elsewhere.run(() -> hanging.await(20, TimeUnit.SECONDS));
        }
        var waiting = elsewhere.run(() -> {
            late.countDown();
            return null;
        });

        var failure = assertInstanceOf(StoreException.class, failure(waiting));

        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        hanging.countDown();
        assertTrue(elsewhere.run(() -> true).get(10, TimeUnit.SECONDS));
        assertEquals(1, late.getCount(), "nobody waited any more");
    }

    @Test
    void what_could_not_end_within_the_limit_is_not_begun() {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        try (var slow = new StoreCalls(false, Duration.ofSeconds(2))) {
            for (var i = 0; i < StoreCalls.THREADS; i++) {
                slow.run(() -> never.await(1_300, TimeUnit.MILLISECONDS));
            }
            var waiting = slow.run(() -> {
                begun.countDown();
                return null;
            });

            assertInstanceOf(StoreException.class, failure(waiting));
            assertEquals(1, begun.getCount());
        }
    }

    @Test
    void too_many_who_wait_are_told_at_once() {
        var hanging = new CountDownLatch(1);
        var calls = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < StoreCalls.THREADS + StoreCalls.MOST_WAITING; i++) {
            calls.add(elsewhere.run(() -> hanging.await(20, TimeUnit.SECONDS)));
        }

        var refused = elsewhere.run(() -> true);

        assertTrue(refused.isDone());
        assertInstanceOf(StoreException.class, failure(refused));
        hanging.countDown();
    }

    @Test
    void after_the_close_nothing_is_called() {
        elsewhere.close();

        assertInstanceOf(StoreException.class, failure(elsewhere.run(() -> true)));
    }
}
