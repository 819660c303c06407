package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.outbox.Receiver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of rows: what they take of memory and of the processors, beside a client that posts the same to the form by itself. */
class ManyRowsIT {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    private Path folder;

    /** {@link PackagedJarIT} has fewer rows in less memory. */
    @Test
    @Tag("long")
    @Tag("rows")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void memory_does_not_grow_with_a_great_many_rows() throws Exception {
        declareWithin("-Xmx100m", 10_000);
        declareWithin("-Xmx100m", 40_000);
    }

    /** Client, proxy, form and simulator are one process. */
    private void declareWithin(String heap, int rows) throws Exception {
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, rows);
        var report = folder.resolve("report.csv");
        try (var process = JarProcess.start(
                folder,
                List.of("-Duser.language=en", heap, "-XX:+ExitOnOutOfMemoryError"),
                "demo",
                "--input=" + input,
                "--report=" + report)) {
            process.await("it begins", () -> Files.exists(report));
            var start = System.nanoTime();
            while (!isOver(process)) {
                var before = size(report);
                process.await("it comes further", () -> size(report) > before || isOver(process));
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            var run = process.result();

            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(run.lastLine().startsWith("declarations: " + rows + " read, "), run::toString);
            tell("%d rows within %s by a cold process: %.0f a second", rows, heap, rows / seconds);
        }
    }

    private static boolean isOver(JarProcess process) {
        return process.out().contains("declarations: ");
    }

    private static long size(Path report) {
        return report.toFile().length();
    }

    @Test
    @Tag("measure")
    void a_declaration_costs_little_more_than_one_of_a_bare_client() throws Exception {
        compare(1, 400);
    }

    @Test
    @Tag("long")
    @Tag("rows")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void each_of_ten_thousand_declarations_costs_little_more_than_one_of_a_bare_client() throws Exception {
        compare(3, 10_000);
    }

    /** Both in turn in one process, the first turn not counted; each row is new to the form. */
    private void compare(int rounds, int rows) throws Exception {
        try (var servers = Fixtures.servers();
                var client = Fixtures.software(servers).build();
                var session = client.login(LoginRequest.using("stub"))) {
            var ratios = new ArrayList<Double>();
            for (var round = 0; round <= rounds; round++) {
                var ours = file(2 * round * rows, rows);
                var theirs = bodies(file((2 * round + 1) * rows, rows));
                var token = apiToken(servers, session);
                var cost = cpu(() -> declare(ours, new FormReceiver(session)));
                var bare = cpu(() -> post(theirs, servers.addresses().get("form"), token));
                if (round > 0) {
                    ratios.add(cost / bare);
                }
                tell("%d rows: %.2f s of CPU, %.2f s by the bare client", rows, cost / 1e9, bare / 1e9);
            }
            var ratio = ratios.stream().sorted().toList().get(rounds / 2);
            tell("ratio %.2f", ratio);
            assertTrue(ratio < 3, () -> "a bare client needs a fraction of that: " + ratios);
        }
    }

    private Path file(int first, int rows) throws IOException {
        return ManyRows.write(folder.resolve("rows-" + first + ".csv"), first, rows);
    }

    private static int declare(Path file, Receiver receiver) throws Exception {
        var summary = new Summary.Counter();
        var input = Input.of(Optional.of(file), Fixtures.TEXTS).file();
        input.read(rows -> {
            new BatchesInFlight(new RowDelivery(receiver, Optional.empty()))
                    .deliver(rows, outcomes -> outcomes.forEach(summary::add));
            return summary;
        });
        assertEquals(input.size(), summary.read());
        return summary.read();
    }

    /** The same batches as ours, written before. */
    private static List<byte[]> bodies(Path file) throws Exception {
        var bodies = new CopyOnWriteArrayList<byte[]>();
        declare(file, items -> {
            bodies.add(items.stream()
                    .map(item -> "{\"key\":\"" + item.id() + "\",\"declaration\":" + item.body() + "}\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
            return items.stream()
                    .map(item -> item.received("{\"status\":201,\"findings\":[]}"))
                    .toList();
        });
        return bodies;
    }

    private static int post(List<byte[]> bodies, URI form, String token) {
        var http = HttpClient.newHttpClient();
        var lines = 0;
        var inFlight = new ArrayList<CompletableFuture<Long>>();
        for (var body : bodies) {
            var request = HttpRequest.newBuilder(form.resolve("/declarations/batch"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            if (inFlight.size() == 2) {
                lines += inFlight.remove(0).join();
            }
            inFlight.add(http.sendAsync(request, BodyHandlers.ofString())
                    .thenApply(answer -> answer.body().lines().count()));
        }
        return lines
                + inFlight.stream().mapToInt(answer -> answer.join().intValue()).sum();
    }

    /** The one that the proxy has exchanged for this session: of what the simulator gave out, that which the form takes. */
    private static String apiToken(DemoServers servers, AuthenticationSession session) throws Exception {
        session.send(ApiRequest.of("GET", DemoServers.FORM, "declarations/none"));
        var http = HttpClient.newHttpClient();
        for (var secret : servers.simulator().issuedSecrets()) {
            if (secret.length() > 20) {
                var request = HttpRequest.newBuilder(
                                servers.addresses().get("form").resolve("/declarations/none"))
                        .header("Authorization", "Bearer " + secret)
                        .build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 404) {
                    return secret;
                }
            }
        }
        throw new AssertionError("no token that the form takes");
    }

    private static double cpu(Callable<Integer> work) throws Exception {
        var before = SYSTEM.getProcessCpuTime();
        work.call();
        return SYSTEM.getProcessCpuTime() - before;
    }

    private static void tell(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
