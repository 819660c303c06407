package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.testkit.peer.SocketCaller;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes in processes of their own over a real PostgreSQL or Redis, and what may happen to them; the clock of one is five minutes ahead. To repeat a run: {@code
 * -Dcluster.seed}; to run some of the long run's, {@code -Dcluster.faults=KILL,FAIL_OVER}, which writes no page.
 */
@Order(1)
class ClusterTest {
    /** More than there are while each fault comes once. */
    private static final int LOGINS = 200;

    private static final int MANY_LOGINS = Integer.getInteger("cluster.logins", 1_000);
    private static final String FAULTS = System.getProperty("cluster.faults", "");
    private static final long SEED = Long.getLong("cluster.seed", new Random().nextLong());

    private static final Path PAGE = Path.of("../../docs/reliability.md");
    private static final String BEGIN = "<!-- figures of the nodes -->\n";
    private static final String END = "<!-- end of the figures of the nodes -->";

    /** What a login may end with under faults, beside a session: each says who has to do what. */
    private static final Set<String> REASONS = Set.of(
            LoginsUnderFaults.WORKS,
            LoginsUnderFaults.BROKEN,
            "PSC-009",
            "PSC-013",
            "PSC-049",
            "PSC-050",
            "PSC-051",
            "a session ended at once: PSC-006",
            "a session ended at once: PSC-051");

    @TempDir
    private Path folder;

    private enum Store {
        POSTGRESQL("PostgreSQL", RelayedStore::postgresql, PostgresPair::start),
        REDIS("Redis", RelayedStore::redis, RedisPair::start);

        private final String words;
        private final Server one;
        private final Server pair;

        Store(String words, Server one, Server pair) {
            this.words = words;
            this.one = one;
            this.pair = pair;
        }

        private interface Server {
            SharedStore start(Path folder) throws Exception;
        }

        private SharedStore start(Fault fault, Path folder) throws Exception {
            return (fault == Fault.FAIL_OVER ? pair : one).start(folder);
        }
    }

    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Test
    void
            a_node_that_stood_still_begins_nothing_for_callers_who_have_gone_and_no_login_is_lost_or_doubled_where_it_is_killed()
                    throws Exception {
        // A login whose answer the killed node took with it ends at its time; its professional may be asked again 45
        // seconds after the node's last sign.
        var expiry = Duration.ofSeconds(30);
        var patience = Duration.ofSeconds(5);
        try (var cluster = new Cluster(RelayedStore.postgresql(folder), expiry)) {
            addNodes(cluster, folder, 0, 300);
            cluster.nodes().get(0).startHere();
            var killed = cluster.nodes().get(1);
            killed.start();
            killed.awaitReady();
            assertNothingBegun(cluster, killed);
            var logins = new LoginsUnderFaults(cluster, SEED, patience);

            assertNoneLostAndNoneDoubled(cluster, logins, LOGINS, Fault.KILL, false, () -> {
                awaitEnds(logins);
                killed.kill();
                awaitEnds(logins);
            });
        }
    }

    /** Of callers who left while a node stood still; whoever comes later is served, and the others would have been before. */
    private static void assertNothingBegun(Cluster cluster, Cluster.Node node) throws Exception {
        var asked = Endpoint.BACKCHANNEL_AUTHENTICATION;
        var body = ConnectBody.of("899999100011", Cluster.CLIENT)
                .with("wayIn", "BACKCHANNEL")
                .json();

        node.freeze();
        for (var path : List.of("/v1/logins", "/connect")) {
            try (var caller = new SocketCaller(node.address())) {
                caller.send(SocketCaller.head(
                                "POST " + path,
                                Bench.TOKEN,
                                "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"))
                        .send(body.getBytes(StandardCharsets.US_ASCII));
            }
        }
        node.thaw();

        // Somebody who logs in nowhere else here.
        var later = ConnectBody.of("899999100060", Cluster.CLIENT)
                .with("wayIn", "BACKCHANNEL")
                .json();
        assertEquals(201, node.call("POST", "/v1/logins", "", later).status());
        assertEquals(1, cluster.simulator.count(asked), "one person was asked");
    }

    @Tag("long")
    @Tag("cluster")
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    @Test
    void no_login_of_a_thousand_is_lost_and_none_is_doubled_whatever_happens() throws Exception {
        var rows = new ArrayList<String>();
        for (var store : Store.values()) {
            for (var fault : Fault.values()) {
                if (FAULTS.isEmpty() || List.of(FAULTS.split(",")).contains(fault.name())) {
                    rows.add(run(store, fault));
                }
            }
        }
        if (FAULTS.isEmpty()) {
            var page = Files.readString(PAGE);
            var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
            Files.writeString(PAGE, head + figures(rows) + page.substring(page.indexOf(END)));
        }
    }

    private static String figures(List<String> rows) {
        return """

                On %s, JDK %s, %s processors, seed %d; the store was away for %d s, a node stood still for %d s.

                | store | what happened | logins | in a session | begin again | the connection broke | the store failed | lost | doubled | worked after a logout | at seconds |
                |---|---|---|---|---|---|---|---|---|---|---|
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
    private String run(Store store, Fault fault) throws Exception {
        var own = Files.createDirectory(folder.resolve(store + "-" + fault));
        try (var cluster = new Cluster(store.start(fault, own), Duration.ofSeconds(60))) {
            addNodes(cluster, own, 0, 300, 0);
            for (var node : cluster.nodes()) {
                node.start();
            }
            for (var node : cluster.nodes()) {
                node.awaitReady();
            }
            var logins = new LoginsUnderFaults(cluster, SEED, LoginsUnderFaults.LONGEST);
            var times = new Times();

            // A Redis that fails over loses what its replica has not got yet.
            var forgets = store == Store.REDIS && fault == Fault.FAIL_OVER;
            assertNoneLostAndNoneDoubled(
                    cluster,
                    logins,
                    MANY_LOGINS,
                    fault,
                    forgets,
                    () -> strikeAgainAndAgain(fault, cluster, logins, times));

            var row = row(store, fault, logins, times);
            System.out.println(row);
            return row;
        }
    }

    private static void addNodes(Cluster cluster, Path folder, int... secondsAhead) throws Exception {
        var ring = KeyRing.draw("2026-11");
        for (var ahead : secondsAhead) {
            var file = folder.resolve("ring-" + cluster.nodes().size());
            cluster.node(Files.writeString(file, ring), ahead);
        }
    }

    private interface Strike {
        void strike() throws Exception;
    }

    /** @param forgets whether the store may lose what it has confirmed, which is counted and stated */
    private static void assertNoneLostAndNoneDoubled(
            Cluster cluster, LoginsUnderFaults logins, int wanted, Fault fault, boolean forgets, Strike faults)
            throws Exception {
        logins.run(wanted, () -> {
            try {
                faults.strike();
            } catch (InterruptedException e) {
                // The logins are done.
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        Supplier<String> seen = () -> fault + ", " + logins;
        assertEquals(0, logins.lost(), seen);
        assertEquals(0, logins.doubled(), seen);
        assertTrue(forgets || logins.reopened() == 0, seen);
        assertEquals(0, cluster.simulator.repeatedGrants());
        var unexpected = new TreeSet<>(logins.ends().keySet());
        unexpected.removeAll(REASONS);
        assertEquals(Set.of(), unexpected, seen);
        assertTrue(logins.ended(LoginsUnderFaults.WORKS) > logins.number() / 4, seen);
    }

    /** When something happened, in seconds since the first login. */
    private static final class Times {
        private final long begun = System.nanoTime();
        private final List<Long> seconds = new CopyOnWriteArrayList<>();

        void add() {
            seconds.add(Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }

        @Override
        public String toString() {
            return seconds.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    private static void strikeAgainAndAgain(Fault fault, Cluster cluster, LoginsUnderFaults logins, Times times)
            throws Exception {
        var random = new Random(SEED);
        while (true) {
            strike(fault, cluster, logins, random, times);
            RealTime.pass(fault.pause);
        }
    }

    /** Among logins of which some are over and others are under way. */
    private static void strike(Fault fault, Cluster cluster, LoginsUnderFaults logins, Random random, Times times)
            throws Exception {
        awaitEnds(logins);
        times.add();
        fault.strike(cluster, cluster.nodes().get(random.nextInt(cluster.nodes().size())));
    }

    private static void awaitEnds(LoginsUnderFaults logins) {
        var before = logins.number();
        Await.until("logins end", () -> logins.number() > before);
    }

    private static String row(Store store, Fault fault, LoginsUnderFaults logins, Times times) {
        var again = logins.ended("PSC-051")
                + logins.ended("PSC-009")
                + logins.ended("a session ended at once: PSC-006")
                + logins.ended("a session ended at once: PSC-051");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %s |",
                store.words,
                fault.words,
                logins.number(),
                logins.ended(LoginsUnderFaults.WORKS),
                again,
                logins.ended(LoginsUnderFaults.BROKEN),
                logins.ended("PSC-049") + logins.ended("PSC-050"),
                logins.lost(),
                logins.doubled(),
                logins.reopened(),
                fault == Fault.NONE ? "" : times);
    }
}
