package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.KeyRing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three nodes in processes of their own over a real PostgreSQL or Redis, and what may happen to them; the clock of one is five minutes ahead. To repeat a run: {@code
 * -Dcluster.seed}.
 */
class ClusterTest {
    private static final int LOGINS = 24;
    private static final int MANY_LOGINS = Integer.getInteger("cluster.logins", 1_000);
    private static final long SEED = Long.getLong("cluster.seed", new Random().nextLong());

    private static final Path PAGE = Path.of("../../docs/reliability.md");
    private static final String BEGIN = "<!-- figures of the nodes -->\n";
    private static final String END = "<!-- end of the figures of the nodes -->";

    /** What a login may end with under faults, beside a session: each says who has to do what. */
    private static final Set<String> REASONS = Set.of(
            LoginsUnderFaults.WORKS,
            LoginsUnderFaults.BROKEN,
            "PSC-009",
            "PSC-049",
            "PSC-051",
            "a session ended at once: PSC-051");

    @TempDir
    private Path folder;

    /** A server that nodes share. */
    private enum Store {
        POSTGRESQL {
            @Override
            AutoCloseable start(Path folder) throws Exception {
                return Postgres.start();
            }

            @Override
            int port(AutoCloseable server) {
                return URI.create(((Postgres) server).url().substring("jdbc:".length()))
                        .getPort();
            }

            @Override
            URI by(Relay way) {
                return URI.create("jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres");
            }
        },
        REDIS {
            @Override
            AutoCloseable start(Path folder) throws Exception {
                return Redis.start(folder);
            }

            @Override
            int port(AutoCloseable server) {
                return ((Redis) server).port();
            }

            @Override
            URI by(Relay way) {
                return URI.create("redis://127.0.0.1:" + way.port());
            }
        };

        abstract AutoCloseable start(Path folder) throws Exception;

        abstract int port(AutoCloseable server);

        abstract URI by(Relay way);
    }

    /** What happens every few seconds while people log in. */
    private enum Fault {
        NONE("nothing happens", Duration.ofHours(1)) {
            @Override
            void strike(Cluster cluster, Relay way, Cluster.Node node) {}
        },
        KILL("a node is killed and started again", Duration.ofSeconds(5)) {
            @Override
            void strike(Cluster cluster, Relay way, Cluster.Node node) throws Exception {
                node.kill();
                node.start();
                node.awaitReady();
            }
        },
        TERMINATE("a node is stopped in good order and started again", Duration.ofSeconds(5)) {
            @Override
            void strike(Cluster cluster, Relay way, Cluster.Node node) throws Exception {
                node.terminate();
                node.start();
                node.awaitReady();
            }
        },
        STORE_AWAY("the store is away for some seconds", Duration.ofSeconds(30)) {
            @Override
            void strike(Cluster cluster, Relay way, Cluster.Node node) throws Exception {
                way.cut();
                Thread.sleep(AWAY.toMillis());
                way.mend();
            }
        },
        FREEZE("a node stands still for longer than its lease", Duration.ofSeconds(30)) {
            @Override
            void strike(Cluster cluster, Relay way, Cluster.Node node) throws Exception {
                node.freeze();
                Thread.sleep(FROZEN.toMillis());
                node.thaw();
            }
        };

        private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("cluster.away", 3));
        private static final Duration FROZEN = Duration.ofSeconds(30);

        private final String words;
        private final Duration pause;

        Fault(String words, Duration pause) {
            this.words = words;
            this.pause = pause;
        }

        abstract void strike(Cluster cluster, Relay way, Cluster.Node node) throws Exception;

        /** @param times of the strikes, in seconds since the first login */
        void strikeAgainAndAgain(Cluster cluster, Relay way, List<Long> times) {
            var random = new Random(SEED);
            var begun = System.nanoTime();
            try {
                while (true) {
                    Thread.sleep(1_000);
                    times.add(Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                    strike(
                            cluster,
                            way,
                            cluster.nodes().get(random.nextInt(cluster.nodes().size())));
                    Thread.sleep(pause.toMillis());
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
    @CsvSource({"POSTGRESQL, KILL", "REDIS, KILL"})
    void no_login_is_lost_and_none_is_doubled(Store store, Fault fault) throws Exception {
        run(store, fault, LOGINS);
    }

    @Tag("long")
    @Test
    void no_login_of_a_thousand_is_lost_and_none_is_doubled_whatever_happens() throws Exception {
        var rows = new ArrayList<String>();
        for (var store : Store.values()) {
            for (var fault : Fault.values()) {
                rows.add(run(store, fault, MANY_LOGINS));
            }
        }
        var page = Files.readString(PAGE);
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(PAGE, head + figures(rows) + page.substring(page.indexOf(END)));
    }

    private static String figures(List<String> rows) {
        return """

                On %s, JDK %s, %s processors, seed %d; the store was away for %d s, a node stood still for %d s.

                | store | what happened | logins | in a session | begin again | the connection broke | the store was away | lost | doubled | at seconds |
                |---|---|---|---|---|---|---|---|---|---|
                %s

                """.formatted(
                        LocalDate.now(Clock.systemUTC()),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        SEED,
                        Fault.AWAY.toSeconds(),
                        Fault.FROZEN.toSeconds(),
                        String.join("\n", rows));
    }

    /** A row of the figures. */
    private String run(Store store, Fault fault, int wanted) throws Exception {
        var own = Files.createDirectory(folder.resolve(store + "-" + fault));
        try (var server = store.start(own);
                var way = new Relay(store.port(server));
                var cluster = new Cluster()) {
            var ring = ring(store + "-" + fault + ".ring");
            for (var secondsAhead : new long[] {0, 300, 0}) {
                cluster.node(store.by(way), ring, secondsAhead);
            }
            for (var node : cluster.nodes()) {
                node.start();
            }
            for (var node : cluster.nodes()) {
                node.awaitReady();
            }
            var logins = new LoginsUnderFaults(cluster, wanted, SEED);
            var times = new CopyOnWriteArrayList<Long>();

            logins.run(() -> fault.strikeAgainAndAgain(cluster, way, times));

            assertEquals(0, logins.lost(), logins::toString);
            assertEquals(0, logins.doubled(), logins::toString);
            assertTrue(REASONS.containsAll(logins.ends().keySet()), logins::toString);
            assertEquals(
                    wanted, logins.ends().values().stream().mapToInt(n -> n).sum(), logins::toString);
            assertTrue(logins.ended(LoginsUnderFaults.WORKS) > wanted / 4, logins::toString);
            return row(store, fault, wanted, logins, times);
        }
    }

    private static String row(Store store, Fault fault, int wanted, LoginsUnderFaults logins, List<Long> times) {
        var again =
                logins.ended("PSC-051") + logins.ended("PSC-009") + logins.ended("a session ended at once: PSC-051");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %s |",
                store == Store.POSTGRESQL ? "PostgreSQL" : "Redis",
                fault.words,
                wanted,
                logins.ended(LoginsUnderFaults.WORKS),
                again,
                logins.ended(LoginsUnderFaults.BROKEN),
                logins.ended("PSC-049"),
                logins.lost(),
                logins.doubled(),
                fault == Fault.NONE ? "" : times.stream().map(String::valueOf).collect(Collectors.joining(" ")));
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
