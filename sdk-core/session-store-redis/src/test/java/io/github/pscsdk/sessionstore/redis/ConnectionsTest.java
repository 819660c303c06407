package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final int THREADS = 8;
    private static final int CALLS = 50;

    private RedisServer server;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** With one for each time somebody asks. */
    private long received() {
        return server.text("INFO", "stats")
                .lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .mapToLong(line -> Long.parseLong(line.split(":")[1]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void many_who_call_at_once_share_as_many_connections_as_were_set() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        var before = received();
        try (var stores =
                server.stores().connections(2).callLimit(Duration.ofMinutes(1)).build()) {
            var runners = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                runners.add(() -> {
                    for (var call = 0; call < CALLS; call++) {
                        stores.sessions().now();
                    }
                    return null;
                });
            }
            for (var result : threads.invokeAll(runners)) {
                result.get();
            }

            assertEquals(2, received() - before - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refusal_that_says_nothing_of_the_server_costs_no_connection() throws Exception {
        try (var stores = server.stores().build()) {
            stores.sessions().now();
            server.run("SET", "psc:entry:a", "of somebody else");
            var before = received();

            for (var i = 0; i < 5; i++) {
                assertThrows(StoreException.class, () -> stores.sessions().find("a"));
            }

            assertEquals(0, received() - before - 1);
        }
    }
}
