package io.github.pscsdk.sessionstore.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A host whose clock is ten minutes fast, and a store elsewhere. */
class StoreClockTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Clock FAST = Clock.fixed(NOW.plus(Duration.ofMinutes(10)), ZoneOffset.UTC);

    private final VirtualClock time = VirtualClock.standing();
    private final AtomicInteger answers = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final AtomicReference<StoreException> failure = new AtomicReference<>();

    private Duration takes = Duration.ZERO;

    @AutoClose
    private final StoreCalls calls = new StoreCalls(false, Scheduler.of(time, "test"), "a store");

    /** Its first answer, the one in the background, waits for the test. */
    private final SessionStore store = (SessionStore) Proxy.newProxyInstance(
            SessionStore.class.getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (self, method, arguments) -> method.getName().equals("isInProcess") ? false : now());

    private Instant now() throws InterruptedException {
        if (asked.getCount() > 0) {
            asked.countDown();
            Await.latch("the test has the store answer", answering);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        answers.incrementAndGet();
        time.advance(takes);
        return NOW;
    }

    @AfterEach
    void letGo() {
        answering.countDown();
    }

    /** The first answer has come. */
    private void answer(Clock clock) {
        answering.countDown();
        Await.until(
                "the answer in the background has come", () -> !clock.instant().equals(FAST.instant()));
    }

    @Test
    void the_store_is_asked_before_anybody_wants_to_know() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        Await.latch("the store is asked", asked);
        assertEquals(FAST.instant(), clock.instant(), "whoever may not wait");

        answer(clock);

        assertEquals(NOW, clock.instant());
    }

    @Test
    void a_call_of_the_store_never_judges_by_the_clock_of_the_host() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        Await.latch("the store is asked", asked);

        assertEquals(NOW, Await.outcome("the time", calls.run(clock::instant)));
        assertEquals(NOW, clock.instant());
    }

    @Test
    void a_call_of_the_store_fails_where_the_store_does_not_tell_its_time() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        Await.latch("the store is asked", asked);
        failure.set(StoreException.unavailable("away", null));

        var thrown = assertThrows(StoreException.class, () -> Await.outcome("the time", calls.run(clock::instant)));

        assertSame(failure.get(), thrown);
    }

    @Test
    void between_two_answers_it_follows_the_time_that_passes_and_a_minute_later_it_asks_again() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        answer(clock);
        time.advance(Duration.ofSeconds(60));
        assertEquals(NOW.plusSeconds(60), clock.instant());
        assertEquals(1, answers.get());

        time.advance(Duration.ofSeconds(1));

        // This store stands still.
        assertEquals(NOW.plusSeconds(61), clock.instant());
        Await.until("the second answer has come", () -> clock.instant().equals(NOW));
        assertEquals(2, answers.get());
    }

    @Test
    void a_slow_answer_is_the_time_at_half_of_its_way() {
        answering.countDown();
        takes = Duration.ofSeconds(4);
        try (var onThisThread = new StoreCalls(Runnable::run, Scheduler.of(time, "test"), "a store")) {
            assertEquals(
                    NOW.plusSeconds(2), StoreClock.of(store, onThisThread, FAST).instant());
        }
    }

    @Test
    void who_has_looked_before_an_answer_came_does_not_ask_once_more() {
        answering.countDown();
        var timers = new Interrupted(Scheduler.of(time, "test"));
        try (var onThisThread = new StoreCalls(Runnable::run, timers, "a store")) {
            var clock = StoreClock.of(store, onThisThread, FAST);
            time.advance(Duration.ofSeconds(61));

            // Between its look at the old answer and the question, another one asks and is answered.
            timers.meanwhile = () -> assertEquals(NOW.plusSeconds(61), clock.instant());
            assertEquals(NOW.plusSeconds(61), clock.instant());

            assertEquals(2, answers.get(), "the first answer, and that of the other one");
        }
    }

    /** Something happens while the time is told. */
    private static final class Interrupted implements Scheduler {
        private final Scheduler timers;
        private Runnable meanwhile = () -> {};

        Interrupted(Scheduler timers) {
            this.timers = timers;
        }

        @Override
        public Duration elapsed() {
            var now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return timers.elapsed();
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return timers.after(delay, task);
        }

        @Override
        public void close() {
            timers.close();
        }
    }
}
