package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.FileSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a file outlive the process; those in a database are of all nodes. */
class KeptSessionsTest {
    @TempDir
    private Path folder;

    private static ProxyCalls calls(ProxyServer node, ProxyCalls session) {
        return ProxyCalls.to(node.address()).withToken(Bench.TOKEN).withCookie(session.cookie());
    }

    @Test
    void a_session_in_a_file_is_there_after_a_restart() throws Exception {
        var source = new FileSource(
                folder.resolve("state/sessions"), DrawnKeys.drawnIn(folder).ring());
        try (var bench = Bench.start(builder -> builder.stores(source))) {
            var session = bench.loggedIn();
            assertEquals(200, session.get("/send/form/a").status());

            bench.proxy.close();
            try (var again = bench.node()) {
                var after = calls(again, session);

                assertEquals(200, after.get("/send/form/a").status());
                assertEquals(200, after.get("/v1/session").status());
                assertEquals(200, after.disconnect().status());
                assertEquals(1, bench.simulator.count(Endpoint.LOGOUT));
            }
        }
    }

    @Test
    void a_file_serves_one_node() throws Exception {
        var source = new FileSource(
                folder.resolve("sessions"), DrawnKeys.drawnIn(folder).ring());
        try (var bench = Bench.start(builder -> builder.stores(source))) {
            var failure = assertThrows(StoreException.class, bench::node);

            assertTrue(
                    failure.getMessage().startsWith("PSC-049: the file of the store is in use"), failure::getMessage);
            assertEquals(200, bench.loggedIn().get("/send/open/a").status());
        }
    }

    @Test
    void two_nodes_over_one_postgresql_serve_each_others_sessions() throws Exception {
        try (var postgres = Postgres.start()) {
            assertShared(postgres.source(DrawnKeys.drawnIn(folder).ring()));
        }
    }

    @Test
    void two_nodes_over_one_redis_serve_each_others_sessions() throws Exception {
        try (var redis = Redis.start(folder)) {
            assertShared(redis.source(DrawnKeys.drawnIn(folder).ring()));
        }
    }

    @Test
    void a_node_with_another_ring_ends_no_session() throws Exception {
        try (var postgres = Postgres.start()) {
            var old = KeyRing.draw("2026-11").lines().toList();
            // The same index key, and another first key.
            var newer =
                    List.of(old.get(0), KeyRing.draw("2027-01").lines().toList().get(1), old.get(1));
            var source = new AtomicReference<>(postgres.source(ring("old", old)));
            try (var bench = Bench.start(builder -> builder.stores(source.get()))) {
                source.set(postgres.source(ring("newer", newer)));
                try (var second = bench.node()) {
                    var session = bench.calls(second)
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                            .sessionCookie();

                    var unread = bench.calls().withCookie(session).get("/v1/session");

                    assertEquals(500, unread.status(), "it is no session that is gone");
                    assertEquals("PSC-050", unread.header("Psc-Proxy-Error"));
                    var there = bench.calls(second).withCookie(session).get("/v1/session");
                    assertEquals(200, there.status());
                }
            }
        }
    }

    private KeyRing ring(String name, List<String> lines) throws Exception {
        return KeyRing.read(Files.write(folder.resolve(name), lines));
    }

    private static void assertShared(StoreSource source) throws Exception {
        try (var bench = Bench.start(builder -> builder.stores(source));
                var other = bench.node()) {
            var here = bench.loggedIn();
            var there = calls(other, here);

            assertEquals(200, there.get("/send/form/a").status());
            assertEquals(
                    here.get("/v1/session").text(), there.get("/v1/session").text());
            assertEquals(200, there.disconnect().status());
            assertEquals(401, here.get("/send/form/a").status());
            assertEquals(1, bench.simulator.count(Endpoint.LOGOUT));
        }
    }

    @Test
    void a_node_with_other_keys_does_not_start_and_says_why() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        var file = folder.resolve("sessions");
        var source = new FileSource(file, DrawnKeys.drawnIn(folder).ring());
        var wrong = new FileSource(file, DrawnKeys.drawnIn(other).ring());
        try (var bench = Bench.start(builder -> builder.stores(source))) {
            bench.loggedIn();
        }

        var failure = assertThrows(StoreException.class, () -> Bench.start(builder -> builder.stores(wrong)));

        assertTrue(
                failure.getMessage().startsWith("PSC-050: the store is in use with another index key"),
                failure::getMessage);
        wrong.open().close();
    }
}
