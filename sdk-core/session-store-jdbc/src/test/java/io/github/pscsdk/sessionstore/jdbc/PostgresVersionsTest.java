package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The version of an entry that stands for a lease grows from holder to holder. */
@OnPostgres
class PostgresVersionsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int THREADS = 8;
    private static final int HOLDERS = 400;

    @Test
    void each_holder_of_a_lease_has_a_greater_version_than_the_one_before_on_whatever_node() throws Exception {
        var last = new AtomicLong();
        var holders = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(THREADS);
        try (var nodes =
                new Nodes(PostgresServer.shared(), PostgresServer.shared().contract())) {
            var stores = new JdbcStores[] {nodes.open(), nodes.open()};
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                var sessions = stores[i % 2].sessions();
                work.add(() -> {
                    while (holders.get() < HOLDERS) {
                        var version = sessions.putIfAbsent("versions/lease", new byte[] {1}, MINUTE);
                        if (version.isPresent()) {
                            var before = last.getAndSet(version.getAsLong());
                            assertTrue(before < version.getAsLong(), () -> before + " before " + version);
                            holders.incrementAndGet();
                            assertTrue(sessions.remove("versions/lease", version.getAsLong()));
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
