package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server answers, and nothing can be written: a load balancer is told. */
class UnwritableStoreTest {
    @TempDir
    private Path folder;

    private static void awaitStatus(int status, Bench bench) {
        bench.whileTimePasses(
                "readiness is " + status, () -> bench.anybody().get("/ready").status() == status);
    }

    /** Once one can write again, connections that were read-only from their beginning serve no more. */
    @Test
    void a_database_that_is_read_only_takes_a_node_out_and_lets_it_in_again() throws Exception {
        try (var postgres = Postgres.start()) {
            var role = postgres.addRole("any");
            var ring = DrawnKeys.drawnIn(folder).ring();
            var source = new PostgresqlSource(postgres.url(), role, "any"::toCharArray, ring);
            try (var bench = Bench.start(builder -> builder.stores(source))) {
                awaitStatus(200, bench);

                postgres.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
                postgres.disconnect(role);
                awaitStatus(503, bench);

                postgres.execute("ALTER ROLE " + role + " RESET default_transaction_read_only");
                awaitStatus(200, bench);
            }
        }
    }

    @Test
    void a_redis_without_memory_takes_a_node_out_and_lets_it_in_again() throws Exception {
        try (var redis = Redis.start(folder)) {
            var source = redis.source(DrawnKeys.drawnIn(folder).ring());
            try (var bench = Bench.start(builder -> builder.stores(source))) {
                awaitStatus(200, bench);

                redis.tell("CONFIG", "SET", "maxmemory", "1");
                awaitStatus(503, bench);

                redis.tell("CONFIG", "SET", "maxmemory", "0");
                awaitStatus(200, bench);
            }
        }
    }
}
