package io.github.pscsdk.benchmark.store;

import io.github.pscsdk.benchmark.login.PreparedLogins;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import redis.embedded.RedisServer;

/** The cost of a login whose professional has thousands of sessions open, beside one whose professional has none, in the same store. */
public final class LoginWithManySessions implements Measure {
    @Override
    public String name() {
        return "many-sessions";
    }

    @Override
    public String subject() {
        return "completeBrowserLogin of a professional with 10,000 open sessions, beside one with none, over each store";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        take("memory", SessionStore.inMemory(Clock.systemUTC()), effort, report);
        try (var server = new PostgresServer();
                var pool = server.pool()) {
            take("PostgreSQL", JdbcStores.postgresql(pool).sessions().encrypted(ring()), effort, report);
        }
        var redis = RedisServer.newRedisServer()
                .port(freePort())
                .setting("save \"\"")
                .build();
        redis.start();
        try (var stores = RedisStores.server(
                        new InetSocketAddress("127.0.0.1", redis.ports().get(0)))
                .build()) {
            take("Redis", stores.sessions().encrypted(ring()), effort, report);
        } finally {
            redis.stop();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static KeyRing ring() {
        var index = new byte[32];
        index[0] = 1;
        return new KeyRing(index, new LinkedHashMap<>(Map.of("key", new byte[32])));
    }

    private static void take(String where, SessionStore store, Effort effort, Report report) throws Exception {
        // Each at an issuer of its own, so that neither knows the sessions of the other one.
        try (var many = new PreparedLogins(store);
                var few = new PreparedLogins(store)) {
            var open = effort.of(10_000, 5);
            for (var opened = 0; opened < open; opened++) {
                many.keepOne();
            }
            var pairs = Pairs.take(
                    effort.of(1_000, 1),
                    effort.of(2_000, 2),
                    () -> WallClock.nanos(many.one()),
                    () -> WallClock.nanos(few.one()));
            report.add(where + ", sessions open before", open, "");
            report.add(where + ", with many, p50", pairs.ours() / 1e3, "µs");
            report.add(where + ", with none, p50", pairs.limit() / 1e3, "µs");
            report.ratio(where + ", with many over with none", pairs.ratio());
        }
    }
}
