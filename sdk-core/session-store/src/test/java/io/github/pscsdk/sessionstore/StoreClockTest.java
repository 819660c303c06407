package io.github.pscsdk.sessionstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A host whose clock is ten minutes fast, and a store elsewhere. */
class StoreClockTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Clock FAST = Clock.fixed(NOW.plus(Duration.ofMinutes(10)), ZoneOffset.UTC);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private final AtomicReference<StoreException> failure = new AtomicReference<>();

    @AutoClose
    private final StoreCalls calls = new StoreCalls(false);

    /** Its first answer, the one in the background, waits for the test. */
    private final SessionStore store = (SessionStore) Proxy.newProxyInstance(
            SessionStore.class.getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (self, method, arguments) -> method.getName().equals("isInProcess") ? false : now());

    private Instant now() throws InterruptedException {
        if (asked.getCount() > 0) {
            asked.countDown();
            answering.await(1, TimeUnit.MINUTES);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return NOW;
    }

    private static void assertOfTheStore(Instant time) {
        assertTrue(time.isBefore(NOW.plus(Duration.ofMinutes(5))), time::toString);
    }

    @Test
    void the_store_is_asked_before_anybody_wants_to_know() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        assertTrue(asked.await(1, TimeUnit.MINUTES));
        assertEquals(FAST.instant(), clock.instant(), "whoever may not wait");

        answering.countDown();
        var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (clock.instant().equals(FAST.instant()) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertOfTheStore(clock.instant());
    }

    @Test
    void a_call_of_the_store_never_judges_by_the_clock_of_the_host() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        assertTrue(asked.await(1, TimeUnit.MINUTES));

        assertOfTheStore(calls.run(clock::instant).get(1, TimeUnit.MINUTES));
        assertOfTheStore(clock.instant());
        answering.countDown();
    }

    @Test
    void a_call_of_the_store_fails_where_the_store_does_not_tell_its_time() throws Exception {
        var clock = StoreClock.of(store, calls, FAST);
        assertTrue(asked.await(1, TimeUnit.MINUTES));
        failure.set(StoreException.unavailable("away", null));

        var thrown = assertThrows(
                ExecutionException.class, () -> calls.run(clock::instant).get(1, TimeUnit.MINUTES));
        assertSame(failure.get(), assertInstanceOf(StoreException.class, thrown.getCause()));
        answering.countDown();
    }
}
