package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.KeyRing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three nodes in processes of their own over a real PostgreSQL, and what may happen to them. How many logins: {@code -Dcluster.logins}. */
class ClusterTest {
    private static final int LOGINS = Integer.getInteger("cluster.logins", 24);
    private static final long SEED = Long.getLong("cluster.seed", new Random().nextLong());

    /** What a login may end with under faults, beside a session: each says who has to do what. */
    private static final Set<String> REASONS = Set.of(
            "a session that works",
            "the connection of a call broke",
            "PSC-009",
            "PSC-049",
            "PSC-051",
            "a session ended at once: PSC-051");

    @TempDir
    private Path folder;

    /** What happens every few seconds while people log in. */
    enum Fault {
        /** Nothing does. */
        NONE {
            @Override
            void strike(Cluster cluster, Relay way, Random random) {}
        },
        /** {@code kill -9}. */
        KILL {
            @Override
            void strike(Cluster cluster, Relay way, Random random) throws Exception {
                var node = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
                node.kill();
                node.start();
                node.awaitReady();
            }
        },
        /** {@code SIGTERM}, as for an update. */
        TERMINATE {
            @Override
            void strike(Cluster cluster, Relay way, Random random) throws Exception {
                var node = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
                node.terminate();
                node.start();
                node.awaitReady();
            }
        },
        /** The store is away for some seconds. */
        STORE_AWAY {
            @Override
            void strike(Cluster cluster, Relay way, Random random) throws Exception {
                way.cut();
                Thread.sleep(AWAY.toMillis());
                way.mend();
            }
        },
        /** A node stands still for longer than its lease. */
        FREEZE {
            @Override
            void strike(Cluster cluster, Relay way, Random random) throws Exception {
                var node = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
                node.freeze();
                Thread.sleep(FROZEN.toMillis());
                node.thaw();
            }
        };

        private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(Integer.getInteger("cluster.pause", 5));
        private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("cluster.away", 3));
        private static final Duration FROZEN = Duration.ofSeconds(Integer.getInteger("cluster.frozen", 5));

        abstract void strike(Cluster cluster, Relay way, Random random) throws Exception;

        void strikeAgainAndAgain(Cluster cluster, Relay way) {
            var random = new Random(SEED);
            try {
                while (true) {
                    strike(cluster, way, random);
                    Thread.sleep(BETWEEN_FAULTS.toMillis());
                }
            } catch (InterruptedException e) {
                way.mend();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Path ring(String name) throws IOException {
        return Files.writeString(folder.resolve(name), KeyRing.draw("2026-11"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"KILL", "TERMINATE", "STORE_AWAY"})
    void no_login_is_lost_and_none_is_doubled(Fault fault) throws Exception {
        run(fault);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "FREEZE"})
    void the_same_where_nothing_happens_and_where_a_node_stands_still(Fault fault) throws Exception {
        run(fault);
    }

    private void run(Fault fault) throws Exception {
        try (var postgres = Postgres.start();
                var way = new Relay(
                        URI.create(postgres.url().substring("jdbc:".length())).getPort());
                var cluster = new Cluster()) {
            var ring = ring("ring");
            var store = URI.create("jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres");
            // The clock of the second one is five minutes ahead.
            for (var secondsAhead : new long[] {0, 300, 0}) {
                cluster.node(store, ring, secondsAhead);
            }
            for (var node : cluster.nodes()) {
                node.start();
            }
            for (var node : cluster.nodes()) {
                node.awaitReady();
            }
            var logins = new LoginsUnderFaults(cluster, LOGINS, SEED);

            logins.run(() -> fault.strikeAgainAndAgain(cluster, way));

            System.out.println("cluster: " + fault + ", " + LOGINS + " logins, " + logins);
            assertEquals(0, logins.lost(), logins::toString);
            assertEquals(0, logins.doubled(), logins::toString);
            assertTrue(REASONS.containsAll(logins.ends().keySet()), logins::toString);
            assertEquals(
                    LOGINS, logins.ends().values().stream().mapToInt(n -> n).sum(), logins::toString);
            assertTrue(logins.done() > 0, logins::toString);
        }
    }

    @Test
    void a_node_with_another_ring_ends_no_session() throws Exception {
        try (var postgres = Postgres.start();
                var cluster = new Cluster()) {
            var store = URI.create(postgres.url());
            var old = Files.writeString(folder.resolve("old"), KeyRing.draw("2026-11"));
            var index = Files.readAllLines(old).get(0);
            var newer = Files.writeString(
                    folder.resolve("newer"),
                    index + "\n" + KeyRing.draw("2027-01").lines().toList().get(1) + "\n"
                            + Files.readAllLines(old).get(1) + "\n");
            var first = cluster.node(store, old, 0);
            first.start();
            first.awaitReady();
            var second = cluster.node(store, newer, 0);
            second.start();
            second.awaitReady();
            var there = ProxyCalls.to(second.address()).withToken(Bench.TOKEN);
            var begun = there.connect(ConnectBody.of("899999100011", Cluster.CLIENT));
            var session = begun.sessionCookie();

            var unread = ProxyCalls.to(first.address())
                    .withToken(Bench.TOKEN)
                    .withCookie(session)
                    .get("/v1/session");

            assertEquals(500, unread.status(), "it is no session that is gone");
            assertEquals("PSC-050", unread.header("Psc-Proxy-Error"));
            assertEquals(200, there.withCookie(session).get("/v1/session").status());
        }
    }
}
