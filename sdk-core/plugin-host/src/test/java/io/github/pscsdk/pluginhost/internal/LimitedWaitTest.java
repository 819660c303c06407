package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits of the engine, which end by the clock of their owner, and with the engine. */
class LimitedWaitTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final EngineThreads threads = new EngineThreads(clock);

    private final CompletableFuture<Void> never = new CompletableFuture<>();

    @BeforeEach
    void startTheTimers() {
        Await.until("the task that starts the timers is over", () -> !clock.hasTaskWithin(LIMIT));
    }

    @Test
    void a_wait_ends_at_its_limit_and_not_before() throws Exception {
        var wait = begin(new FutureTask<>(() -> threads.await(never, LIMIT)));
        Await.until("the limit is planned", () -> clock.hasTaskWithin(LIMIT));

        clock.advance(LIMIT.minusMillis(1));
        assertFalse(wait.isDone());
        clock.advance(Duration.ofMillis(1));

        assertFalse(Await.result("the wait ends", wait));
    }

    @Test
    void a_wait_for_what_is_there_leaves_no_timer() throws Exception {
        assertTrue(threads.await(CompletableFuture.completedFuture("there"), LIMIT));

        assertFalse(clock.hasTaskWithin(LIMIT));
    }

    @Test
    void the_end_of_the_engine_ends_each_wait_and_each_pause() throws Exception {
        var wait = begin(new FutureTask<>(() -> threads.await(never, LIMIT)));
        var uninterruptible = begin(new FutureTask<>(() -> threads.awaitUninterruptibly(never, LIMIT)));
        Await.until("the limit is planned", () -> clock.hasTaskWithin(LIMIT));

        threads.close();

        assertFalse(Await.result("the wait ends", wait));
        assertFalse(Await.result("the other wait ends", uninterruptible));
        threads.sleep(LIMIT);
        assertFalse(threads.await(never, LIMIT));
    }

    @Test
    void an_interrupt_of_an_uninterruptible_wait_is_kept_for_later() throws Exception {
        var interrupted = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            threads.awaitUninterruptibly(never, LIMIT);
            return Thread.interrupted();
        });
        begin(interrupted);
        Await.until("the limit is planned", () -> clock.hasTaskWithin(LIMIT));

        never.complete(null);

        assertTrue(Await.result("the wait ends", interrupted));
    }

    @Test
    void a_limit_that_was_kept_is_not_told_not_even_at_the_end() {
        var told = new AtomicInteger();
        var kept = threads.atLimit(LIMIT, told::incrementAndGet);
        threads.atLimit(LIMIT, told::incrementAndGet);

        kept.run();
        threads.close();

        assertEquals(1, told.get());
    }

    private static <T> FutureTask<T> begin(FutureTask<T> work) {
        var thread = new Thread(work, "waiting");
        thread.setDaemon(true);
        thread.start();
        return work;
    }
}
