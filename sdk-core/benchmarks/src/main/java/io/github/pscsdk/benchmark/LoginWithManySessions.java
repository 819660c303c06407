package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.PairedCosts;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.embedded.RedisServer;

/**
 * The cost of a login whose professional has thousands of sessions open, beside one whose professional has none, in the
 * same store.
 */
final class LoginWithManySessions {
    private LoginWithManySessions() {}

    static void take(Run run) throws Exception {
        take("memory", SessionStore.inMemory(Clock.systemUTC()), run);
        try (var server = new PostgresServer();
                var pool = server.pool()) {
            take("PostgreSQL", JdbcStores.postgresql(pool).sessions().encrypted(ring()), run);
        }
        var redis = RedisServer.newRedisServer()
                .port(ReservedPort.next())
                .setting("save \"\"")
                .build();
        redis.start();
        try (var stores = RedisStores.server(
                        new InetSocketAddress("127.0.0.1", redis.ports().get(0)))
                .build()) {
            take("Redis", stores.sessions().encrypted(ring()), run);
        } finally {
            redis.stop();
        }
    }

    private static KeyRing ring() {
        var index = new byte[32];
        index[0] = 1;
        return new KeyRing(index, new LinkedHashMap<>(Map.of("key", new byte[32])));
    }

    private static void take(String where, SessionStore store, Run run) throws Exception {
        // Each at an issuer of its own, so that neither knows the sessions of the other one.
        try (var many = new PreparedLogins(UserInfoMapping.document(), store);
                var few = new PreparedLogins(UserInfoMapping.document(), store)) {
            var open = run.of(10_000, 5);
            for (var opened = 0; opened < open; opened++) {
                many.keepOne();
            }
            var pairs = PairedCosts.take(
                    run.of(1_000, 1), run.of(2_000, 2), () -> Cost.millis(many.one()), () -> Cost.millis(few.one()));
            run.add(where + ", sessions open before", open, "");
            run.pairs(where, "with many", "with none", pairs, "ms");
        }
    }
}
