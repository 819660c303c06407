package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A master that became a replica, and leaves its clients' connections open. */
class DemotedMasterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private RedisServer server;
    private final VirtualClock clock = VirtualClock.standing();
    private RedisStores stores;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
        stores = server.stores().clock(clock).build();
        stores.sessions().putIfAbsent("a", VALUE, MINUTE);
        server.run("REPLICAOF", "127.0.0.1", ReservedPort.next());
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private void assertIsAReplica(StoreException failure) {
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        assertTrue(failure.getMessage().endsWith("(READONLY)"), failure::getMessage);
    }

    @Test
    void a_write_is_refused_and_the_next_call_over_another_connection_too() {
        assertIsAReplica(
                assertThrows(StoreException.class, () -> stores.sessions().putIfAbsent("b", VALUE, MINUTE)));
        assertIsAReplica(
                assertThrows(StoreException.class, () -> stores.sessions().find("a")));
    }

    @Test
    void nobody_reads_from_it_over_a_connection_that_was_idle() throws Exception {
        clock.advance(MINUTE);

        assertIsAReplica(
                assertThrows(StoreException.class, () -> stores.sessions().find("a")));
    }

    @Test
    void the_first_call_after_its_return_succeeds() {
        assertThrows(StoreException.class, () -> stores.sessions().putIfAbsent("b", VALUE, MINUTE));
        server.run("REPLICAOF", "NO", "ONE");

        assertTrue(stores.sessions().putIfAbsent("b", VALUE, MINUTE).isPresent());
    }
}
