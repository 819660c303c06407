package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import io.github.pscsdk.benchmark.psc.TokenSigner;
import io.github.pscsdk.benchmark.store.PostgresServer;
import io.github.pscsdk.benchmark.wire.ConcurrentRequests;
import io.github.pscsdk.benchmark.wire.Requests;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Callers of {@code /connect} at a new node. When all wait, nothing happens for four intervals; then their professionals answer one after the other, of whom one in ten
 * refuses.
 */
final class ConnectLoad {
    // Any loopback address will do.
    private static final String NODE = "127.0.0.1";
    // From each come 50 logins at most, fewer than one caller may begin within ten minutes.
    private static final int SOURCES = 200;
    private static final int OTHER_FILES = 500;
    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(45);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final Effort effort;
    private final Duration interval;
    private final int first;
    private final Optional<PostgresServer> database;

    /** @param database where the node has its sessions; its memory where empty */
    ConnectLoad(Effort effort, Optional<PostgresServer> database) {
        this.effort = effort;
        this.interval = Duration.ofSeconds(effort.of(5, 1));
        // Those who come before, so that no class is loaded in front of the others.
        this.first = effort.of(200, 4);
        this.database = database;
    }

    /**
     * Takes one.
     *
     * @param label of its figures
     * @param arrival within which they come
     */
    void take(String label, int number, Duration arrival, Report report) throws Exception {
        var folder = Files.createTempDirectory("connects");
        report.add(label + ", callers", number, "");
        report.add(
                label + ", load of the machine before",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                "");
        try (var professionals = new AskedProfessionals(first + number, interval);
                var node =
                        new ProxyNode(folder, NODE, professionals.environment(), database.map(PostgresServer::url))) {
            requireFiles(number, node);
            warmUp(node, professionals);
            var memory = node.ask(NodeFigure.MEMORY);
            var granted = IntStream.range(first, first + number)
                    .parallel()
                    .mapToObj(professionals::granted)
                    .toList();
            professionals.lateness();
            try (var callers = callers(node, first, number, arrival)) {
                arrive(label, callers, professionals, number, arrival, report);
                measureWaiting(label, node, professionals, report);
                var waiting = Math.max(1, number - callers.endings().size());
                report.add(
                        label + ", memory for each who waits",
                        (node.ask(NodeFigure.MEMORY) - memory) / 1024 / waiting,
                        "KiB");
                report.add(label + ", resident memory of the node", node.ask(NodeFigure.RESIDENT) / 1024, "MiB");
                answer(label, callers, node, professionals, granted, report);
                report.add(label + ", threads, Java's, most", node.ask(NodeFigure.THREADS), "");
                report.add(label + ", threads of the process", node.ask(NodeFigure.THREADS_OF_PROCESS), "");
            }
        } finally {
            delete(folder);
        }
    }

    /** Both ends of a connection are in processes of their own. */
    private static void requireFiles(int number, ProxyNode node) throws IOException {
        var needed = number + OTHER_FILES;
        var allowed = Math.min(NodeFigure.FILES.value(), node.ask(NodeFigure.FILES));
        if (allowed < needed) {
            throw new IllegalStateException("a process may have " + (long) allowed + " files open here, and " + needed
                    + " are needed: raise ulimit -n");
        }
    }

    private void warmUp(ProxyNode node, AskedProfessionals professionals) throws Exception {
        IntStream.range(0, first).forEach(n -> professionals.approve(n, professionals.granted(n)));
        try (var callers = callers(node, 0, first, interval)) {
            if (callers.await(LONGEST_ANSWER) > 0) {
                throw new IllegalStateException("the first callers were not answered");
            }
        }
    }

    private static ConcurrentRequests callers(ProxyNode node, int from, int number, Duration arrival)
            throws IOException {
        var sources = new ArrayList<InetAddress>();
        for (var i = 1; i <= SOURCES; i++) {
            sources.add(InetAddress.getByName("127.0.0." + i));
        }
        var requests = IntStream.range(from, from + number)
                .mapToObj(n -> Requests.postJson(
                        node.address().resolve("/connect"),
                        ProxyNode.APPLICATION_TOKEN,
                        "{\"nationalId\":\"" + AskedProfessionals.nationalId(n)
                                + "\",\"bindingMessage\":\"42\",\"clientId\":\"" + TokenSigner.CLIENT
                                + "\",\"channel\":\"MOBILE\"}"))
                .toList();
        return new ConcurrentRequests(node.address(), sources, requests, arrival);
    }

    private void arrive(
            String label,
            ConcurrentRequests callers,
            AskedProfessionals professionals,
            int number,
            Duration arrival,
            Report report)
            throws InterruptedException {
        var start = System.nanoTime();
        until(() -> professionals.asked() - first + callers.endings().size() >= number, arrival.plus(LONGEST_ARRIVAL));
        report.add(label + ", until all were asked", (System.nanoTime() - start) / 1e9, "s");
        report.add(label + ", asked", professionals.asked() - first, "");
    }

    private void measureWaiting(String label, ProxyNode node, AskedProfessionals professionals, Report report)
            throws IOException, InterruptedException, SQLException {
        var start = System.nanoTime();
        var polls = professionals.polls();
        var cpu = node.ask(NodeFigure.CPU);
        var statements = statements();
        TimeUnit.NANOSECONDS.sleep(4 * interval.toNanos());
        var seconds = (System.nanoTime() - start) / 1e9;
        report.add(label + ", polls", (professionals.polls() - polls) / seconds, "/s");
        report.add(label + ", node", (node.ask(NodeFigure.CPU) - cpu) / 1e9 / seconds, "processors");
        if (database.isPresent()) {
            report.add(label + ", statements", (statements() - statements) / seconds, "/s");
        }
        late(label + ", poll late", professionals.lateness(), report);
    }

    private long statements() throws SQLException {
        return database.isPresent() ? database.get().statements() : 0;
    }

    private static void late(String label, Sample lateness, Report report) {
        report.add(label + ", p50", lateness.median(), "ms");
        report.add(label + ", p99", lateness.share(0.99), "ms");
        report.add(label + ", most", lateness.largest(), "ms");
        report.add(
                label + ", polls too early",
                lateness.values().stream().filter(late -> late < 0).count(),
                "");
    }

    private void answer(
            String label,
            ConcurrentRequests callers,
            ProxyNode node,
            AskedProfessionals professionals,
            List<byte[]> granted,
            Report report)
            throws IOException, InterruptedException {
        var answeredEarly = callers.endings().size();
        var answeredAt = new long[granted.size()];
        var pause = Duration.ofSeconds(effort.of(30, 1)).toNanos() / granted.size();
        var cpu = node.ask(NodeFigure.CPU);
        var start = System.nanoTime();
        for (var i = 0; i < granted.size(); i++) {
            for (var early = start + i * pause - System.nanoTime();
                    early > 0;
                    early = start + i * pause - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            answeredAt[i] = System.nanoTime();
            if (i % 10 == 0) {
                professionals.refuse(first + i);
            } else {
                professionals.approve(first + i, granted.get(i));
            }
        }
        report.add(label + ", without an answer", callers.await(LONGEST_ANSWER), "");
        var seconds = (System.nanoTime() - start) / 1e9;
        report.add(label + ", until all were answered", seconds, "s");
        report.add(label + ", node while they answer", (node.ask(NodeFigure.CPU) - cpu) / 1e9 / seconds, "processors");
        report.add(label + ", answered before their professional", answeredEarly, "");
        endings(label, callers, report);
        latencies(label + ", from professional to caller", callers, answeredAt, report);
        late(label + ", poll late while they answer", professionals.lateness(), report);
    }

    private static void endings(String label, ConcurrentRequests callers, Report report) {
        var numbers = new TreeMap<String, Integer>();
        numbers.put("connections broken", 0);
        for (var ending : callers.endings()) {
            var name =
                    ending.answer().map(answer -> "answers " + answer.status()).orElse("connections broken");
            numbers.merge(name, 1, Integer::sum);
        }
        numbers.forEach((name, count) -> report.add(label + ", " + name, count, ""));
    }

    private static void latencies(String label, ConcurrentRequests callers, long[] answeredAt, Report report) {
        var taken = new Sample(IntStream.range(0, answeredAt.length)
                .filter(i -> callers.ending(i).isPresent())
                .mapToObj(i -> (callers.ending(i).get().nanoTime() - answeredAt[i]) / 1e6)
                .filter(millis -> millis >= 0)
                .toList());
        if (!taken.values().isEmpty()) {
            report.add(label + ", p50", taken.median(), "ms");
            report.add(label + ", p99", taken.share(0.99), "ms");
        }
    }

    private static void until(BooleanSupplier done, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
