package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call costs where the store is a server's. */
class StoreCostTest {
    private static final int CALLS = 20;

    private final ObservedStore stores = new ObservedStore();

    @ParameterizedTest
    @ValueSource(strings = {"/send/form/a", "/send/open/a"})
    void a_call_to_a_backend_reads_twice_at_most_and_writes_once_a_minute(String path) throws Exception {
        try (var bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()))) {
            var session = bench.loggedIn();
            stores.forget();

            for (var n = 0; n < CALLS; n++) {
                assertEquals(200, session.get(path).status());
            }

            assertTrue(stores.reads() >= CALLS, () -> stores.reads() + " reads: calls are counted");
            // Two more: the engine may read its clock, and counts on for a minute; and the login lets go of its
            // professional.
            assertTrue(stores.reads() <= 2 * CALLS + 2, () -> stores.reads() + " reads");
            assertTrue(stores.writes() <= 1, () -> stores.writes() + " writes");
        }
    }

    @Test
    void a_connect_that_waits_writes_for_no_poll_and_a_login_under_v1_does() throws Exception {
        try (var bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()))) {
            var body = ConnectBody.of("899999100060", Bench.CLIENT).json();
            var connect = bench.calls().callLater("POST", "/connect", body);
            bench.until("it is polled for twice", () -> bench.simulator.count(Endpoint.TOKEN) >= 2);
            assertEquals(0, stores.loginWrites());

            bench.calls().beginOnDevice(Bench.PHARMACIST);

            bench.until("the login is written", () -> stores.loginWrites() >= 2);
            assertFalse(connect.isDone());
        }
    }

    @Test
    void a_call_without_a_session_writes_nothing() throws Exception {
        try (var bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()))) {
            stores.forget();

            assertEquals(
                    401, bench.calls().withCookie("bogus").get("/send/open/a").status());

            assertEquals(0, stores.writes());
        }
    }
}
