package io.github.pscsdk.benchmark;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.pscsdk.benchmark.harness.ConcurrentRequests;
import io.github.pscsdk.benchmark.harness.Message;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Sample;
import io.github.pscsdk.benchmark.harness.TemporaryFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Callers of {@code /connect} at a new node. When all have waited for four intervals, their professionals answer one by
 * one; one in ten refuses.
 */
final class WaitingConnects {
    private static final int OTHER_FILES = 500;
    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(45);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final String label;
    private final Run run;
    private final Duration interval;
    private final Optional<PostgresServer> database;
    // Callers that come first, so that the others find all classes loaded.
    private final int first;
    private final int number;
    private final Duration arrival;

    /**
     * @param arrival within which the callers come
     * @param database where the node has its sessions; its memory where empty
     */
    private WaitingConnects(String label, Duration arrival, Optional<PostgresServer> database, Run run) {
        this.label = label;
        this.run = run;
        this.interval = Duration.ofSeconds(run.of(5, 1));
        this.database = database;
        this.first = run.of(200, 4);
        this.number = run.of(10_000, 20);
        this.arrival = arrival;
    }

    static void inMemory(Run run) throws Exception {
        new WaitingConnects("at once", Duration.ZERO, Optional.empty(), run).take();
    }

    static void overPostgresql(Run run) throws Exception {
        overPostgresql("within a minute", Duration.ofSeconds(run.of(60, 1)), run);
        if (run.isFull()) {
            overPostgresql("at once", Duration.ZERO, run);
        }
    }

    /** In a database of its own, since attempts are counted there for ten minutes. */
    private static void overPostgresql(String label, Duration arrival, Run run) throws Exception {
        try (var database = new PostgresServer()) {
            new WaitingConnects(label, arrival, Optional.of(database), run).take();
        }
    }

    private void take() throws Exception {
        try (var folder = TemporaryFolder.create();
                var professionals = new Professionals(first + number, interval, Duration.ZERO);
                var node = new ProxyNode(
                        folder.path(), professionals.psc.environment(), database.map(PostgresServer::url))) {
            requireFiles();
            warmUp(node, professionals);
            var memory = node.memory();
            var granted = IntStream.range(first, first + number)
                    .parallel()
                    .mapToObj(professionals::granted)
                    .toList();
            professionals.lateness();
            try (var callers = callers(node, first, number, arrival)) {
                arrive(callers, professionals);
                measureWaiting(node, professionals);
                var waiting = Math.max(1, number - callers.endings().size());
                add("memory for each who waits", (node.memory() - memory) / 1024 / waiting, "KiB");
                answer(callers, node, professionals, granted);
                add("threads, Java's, most", node.threads(), "");
                add("threads of the process", node.threadsOfProcess(), "");
            }
        }
    }

    private void add(String name, double value, String unit) {
        run.add(label + ", " + name, value, unit);
    }

    /** The node, a process of its own, has the limit of this one. */
    private void requireFiles() {
        var needed = number + OTHER_FILES;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < needed) {
            throw new IllegalStateException("a process may have " + system.getMaxFileDescriptorCount()
                    + " files open here, and " + needed + " are needed: raise ulimit -n");
        }
    }

    private void warmUp(ProxyNode node, Professionals professionals) throws Exception {
        IntStream.range(0, first).forEach(n -> professionals.approve(n, professionals.granted(n)));
        try (var callers = callers(node, 0, first, interval)) {
            if (callers.await(LONGEST_ANSWER) > 0) {
                throw new IllegalStateException("the first callers were not answered");
            }
        }
    }

    private static ConcurrentRequests callers(ProxyNode node, int from, int number, Duration arrival)
            throws IOException {
        var requests = IntStream.range(from, from + number)
                .mapToObj(n -> Message.post(
                        node.address().resolve("/connect"),
                        ProxyNode.APPLICATION_TOKEN,
                        "{\"nationalId\":\"" + Professionals.nationalId(n)
                                + "\",\"bindingMessage\":\"42\",\"clientId\":\"" + TokenSigner.CLIENT
                                + "\",\"channel\":\"MOBILE\"}"))
                .toList();
        return new ConcurrentRequests(node.address(), requests, arrival);
    }

    private void arrive(ConcurrentRequests callers, Professionals professionals) throws InterruptedException {
        var end = System.nanoTime() + arrival.plus(LONGEST_ARRIVAL).toNanos();
        while (professionals.asked() - first + callers.endings().size() < number && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        add("asked", professionals.asked() - first, "");
    }

    private void measureWaiting(ProxyNode node, Professionals professionals)
            throws IOException, InterruptedException, SQLException {
        var start = System.nanoTime();
        var polls = professionals.polls();
        var cpu = node.cpu();
        var statements = statements();
        TimeUnit.NANOSECONDS.sleep(4 * interval.toNanos());
        var seconds = (System.nanoTime() - start) / 1e9;
        add("polls", (professionals.polls() - polls) / seconds, "/s");
        add("node", (node.cpu() - cpu) / 1e9 / seconds, "processors");
        if (database.isPresent()) {
            add("statements", (statements() - statements) / seconds, "/s");
        }
        late("poll late", professionals.lateness());
    }

    private long statements() throws SQLException {
        return database.isPresent() ? database.get().statements() : 0;
    }

    private void late(String name, Sample lateness) {
        add(name + ", p50", lateness.median(), "ms");
        add(name + ", p99", lateness.share(0.99), "ms");
        add(name + ", most", lateness.share(1), "ms");
        add(
                name + ", polls too early",
                lateness.values().stream().filter(late -> late < 0).count(),
                "");
    }

    private void answer(ConcurrentRequests callers, ProxyNode node, Professionals professionals, List<byte[]> granted)
            throws IOException, InterruptedException {
        var answeredEarly = callers.endings().size();
        var pause = Duration.ofSeconds(run.of(30, 1)).toNanos() / granted.size();
        var cpu = node.cpu();
        var start = System.nanoTime();
        for (var i = 0; i < granted.size(); i++) {
            for (var early = start + i * pause - System.nanoTime();
                    early > 0;
                    early = start + i * pause - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            if (i % 10 == 0) {
                professionals.refuse(first + i);
            } else {
                professionals.approve(first + i, granted.get(i));
            }
        }
        add("without an answer", callers.await(LONGEST_ANSWER), "");
        var seconds = (System.nanoTime() - start) / 1e9;
        add("node while they answer", (node.cpu() - cpu) / 1e9 / seconds, "processors");
        add("answered before their professional", answeredEarly, "");
        var numbers = new TreeMap<String, Integer>();
        numbers.put("connections broken", 0);
        for (var ending : callers.endings()) {
            numbers.merge(
                    ending.map(answer -> "answers " + answer.status()).orElse("connections broken"), 1, Integer::sum);
        }
        numbers.forEach((name, count) -> add(name, count, ""));
        late("poll late while they answer", professionals.lateness());
    }
}
