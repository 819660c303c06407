package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the place of the traces does not answer, callers are refused in time, and those who need no trace are served. */
class TraceOutageTest {
    // More than there are threads that serve.
    private static final int CALLERS = 60;

    private final Elsewhere traces = new Elsewhere();
    private final Bench bench = start(traces.encrypted(ring()));

    private static Bench start(TraceStore store) {
        return Bench.start(builder ->
                builder.stores(SessionStore.inMemory(Clock.systemUTC()), store).traces(TraceSettings.inStore()));
    }

    private static KeyRing ring() {
        var key = new byte[32];
        key[0] = 1;
        return new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("2026-11", key)));
    }

    private static final class Elsewhere implements TraceStore {
        private final TraceStore store = TraceStore.inMemory(1_000, Clock.systemUTC());
        private volatile CountDownLatch held = new CountDownLatch(0);

        private void await() {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw StoreException.unavailable("interrupted", e);
            }
        }

        @Override
        public void append(List<TraceEntry> entries) {
            await();
            store.append(entries);
        }

        @Override
        public List<TraceEntry> read(TracePosition after, Instant before, int most) {
            await();
            return store.read(after, before, most);
        }

        @Override
        public int removeOlderThan(Duration age, int most) {
            await();
            return store.removeOlderThan(age, most);
        }
    }

    @AfterEach
    void stop() {
        traces.held.countDown();
        bench.close();
    }

    @Test
    void a_store_of_a_host_that_does_not_encrypt_is_refused() {
        var failure = assertThrows(IllegalStateException.class, () -> start(traces));

        assertEquals("a store of traces outside this process has to be encrypted", failure.getMessage());
    }

    @Test
    void many_who_wait_for_their_traces_hold_nobody_up_and_are_refused() throws Exception {
        var session = bench.loggedIn();
        traces.held = new CountDownLatch(1);

        var calls = new ArrayList<CompletableFuture<Answer>>();
        for (var i = 0; i < CALLERS; i++) {
            calls.add(session.callLater("GET", "/send/open/a", ""));
            calls.add(bench.calls().callLater("POST", "/connect", "{}"));
        }
        assertEquals(200, bench.anybody().get("/health").status());
        assertEquals(200, session.get("/v1/session").status());

        var answers = bench.whileTimePasses(calls);
        for (var i = 0; i < answers.size(); i++) {
            assertEquals(i % 2 == 0 ? 503 : 400, answers.get(i).status());
        }
        assertEquals(0, bench.backend.received().size());

        // Now: the time that passes until all are refused is longer than its own limit.
        var reading = bench.operator().callLater("GET", "/v1/traces?start=2020-01-01T00:00:00Z", "");
        traces.held.countDown();
        assertEquals(200, session.get("/send/open/a").status());
        assertEquals(200, bench.answered(reading).status());
        assertTrue(bench.operator().trace("SEND").isPresent());
    }
}
