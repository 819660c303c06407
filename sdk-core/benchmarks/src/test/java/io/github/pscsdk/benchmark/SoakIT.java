package io.github.pscsdk.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Logins and sign-outs without a pause, by one relying party, while each dial of the simulator is turned in turn. A machine that is too
 * slow for the wanted rate gets as many logins as it can take, and its rate is told. What fails is a login that never ends or ends
 * without a name, a code that is redeemed twice, and growth.
 *
 * <p>What the JVM holds is compared at three moments, after a round of every dial that warms it up: before the first dial, in the
 * middle and at the end. Each time the simulator, which remembers every request, has been started anew, at the same addresses and with
 * other keys; in a long run it is so after each dial. Alone in its JVM, whose threads, sockets and memory it counts.
 */
class SoakIT {
    private static final String CLIENT = "editeur-demo";
    private static final String SECRET = "a-secret-of-the-test";
    private static final URI REDIRECT = URI.create("http://localhost/connexion/retour");

    private static final int PER_SECOND = 50;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    private static final Duration OPERATION = Duration.ofSeconds(3);
    // As many as there are where each waits for the end of an operation.
    private static final int MOST_AT_ONCE = PER_SECOND * (int) OPERATION.toSeconds();
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    // The simulator remembers every request.
    private static final Duration FORGETTING = Duration.ofSeconds(10);
    private static final Path PAGE = Path.of("../../docs/reliability.md");
    private static final String BEGIN = "<!-- figures of the last run -->\n";
    private static final String END = "<!-- end -->\n";
    // What may come and go: idle connections with their buffers, logins that never come back until they expire.
    private static final long MORE_MEMORY = 512L << 10;
    private static final long MORE_MEMORY_AT_LAST = 8L << 20;
    private static final int MORE_THREADS = 8;
    private static final int MORE_SOCKETS = 8;

    private static final List<String> FAULTS =
            List.of("503", "PT1S", "DROPPED", "TRUNCATED", "OVERSIZED", "DUPLICATE_MEMBER", "502 x3");

    /** One run, with what it counts. */
    private static final class Run implements AutoCloseable {
        private final long seed;
        private final Random random;
        private final int[] ports = {0, 0, 0};
        private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicInteger codes = new AtomicInteger();
        private final Semaphore room = new Semaphore(MOST_AT_ONCE);
        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final HttpClient browser = HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(OPERATION)
                .build();
        private final PscEnvironment environment;
        private final RelyingParty party;
        private PscSimulator simulator;
        private int codesAtPsc;
        private long busyNanos;
        private long due = System.nanoTime();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            start();
            ports[0] = simulator.issuer().getPort();
            ports[1] = simulator.authorizationEndpoint().getPort();
            ports[2] = simulator.apiTokenEndpoint().getPort();
            environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
            party = RelyingParty.builder(environment)
                    .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                    .redirectUri(REDIRECT)
                    .operationTimeout(OPERATION)
                    .build();
        }

        private void start() {
            simulator = PscSimulator.builder()
                    .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(REDIRECT))
                    .ports(ports[0], ports[1], ports[2])
                    .start();
        }

        private void stop() {
            simulator.close();
            codesAtPsc += simulator.count(Endpoint.TOKEN);
        }

        /** Logs in for that time, each dial turned for a third of its part of it. */
        void turnAll(List<Dial<?>> dials, Duration time) throws InterruptedException {
            for (var dial : dials) {
                turn(dial, time.dividedBy(dials.size()));
            }
        }

        private void turn(Dial<?> dial, Duration time) throws InterruptedException {
            var third = time.dividedBy(3);
            logInFor(third);
            simulator.turn(dial.name(), value(dial));
            logInFor(third);
            simulator.reset(dial.name());
            logInFor(third);
            if (time.compareTo(FORGETTING) > 0) {
                stop();
                start();
            }
        }

        private String value(Dial<?> dial) {
            var values = dial.choices();
            if (values.isEmpty()) {
                values = dial.name().startsWith("fault-")
                        ? FAULTS
                        : dial.equals(Dial.MISSING_CLAIMS)
                                ? List.of("acr", "SubjectNameID,sid")
                                : List.of("PT2S", "PT1M");
            }
            return values.get(random.nextInt(values.size()));
        }

        private void logInFor(Duration time) throws InterruptedException {
            var from = System.nanoTime();
            var end = from + time.toNanos();
            // What was not begun in time before is not made up for.
            for (due = Math.max(due, from); due - end < 0 && System.nanoTime() - end < 0; due += PAUSE) {
                LockSupport.parkNanos(due - System.nanoTime());
                assertTrue(room.tryAcquire(1, TimeUnit.MINUTES), () -> "of " + begun + " logins, " + ended + " ended");
                logIn();
            }
            LockSupport.parkNanos(end - System.nanoTime());
            busyNanos += System.nanoTime() - from;
        }

        private void logIn() {
            begun.incrementAndGet();
            party.beginBrowserLogin()
                    .thenCompose(login -> visit(login.authorizationUri())
                            .thenCompose(callback -> callback.isPresent()
                                    ? party.completeBrowserLogin(callback.get(), login.state())
                                            .thenCompose(session -> party.signOut(session.id()))
                                            .thenApply(over -> "signed in and out")
                                    : CompletableFuture.completedFuture("the browser did not come back")))
                    .whenComplete((how, failure) -> {
                        ends.computeIfAbsent(failure == null ? how : named(failure), end -> new LongAdder())
                                .increment();
                        ended.incrementAndGet();
                        room.release();
                    });
        }

        private static String named(Throwable failure) {
            var cause = Futures.causeOf(failure);
            return cause instanceof PscException known
                    ? known.problem().code() + " " + known.problem()
                    : "UNTYPED " + cause;
        }

        private CompletionStage<Optional<URI>> visit(URI page) {
            var request = HttpRequest.newBuilder(page).timeout(OPERATION).build();
            return browser.sendAsync(request, BodyHandlers.discarding())
                    .handle((response, failure) -> Optional.ofNullable(response)
                            .flatMap(there -> there.headers().firstValue("Location"))
                            .map(this::followed));
        }

        private URI followed(String location) {
            if (location.contains("code=")) {
                codes.incrementAndGet();
            }
            return URI.create(location);
        }

        /** What the JVM holds once all logins have ended, as soon as that is no more than it was. */
        Holds rest(Predicate<Holds> isFlat) throws Exception {
            Await.until("all logins have ended", () -> ended.get() >= begun.get());
            stop();
            start();
            // Connections are given up when they were idle for a second, threads after ten.
            var last = new AtomicReference<>(Holds.now());
            try {
                Await.until("the JVM holds no more than it did", () -> {
                    last.set(Holds.now());
                    return isFlat.test(last.get());
                });
            } catch (AssertionError e) {
                // Its caller says by how much.
                return last.get();
            }
            return last.get();
        }

        @Override
        public void close() {
            party.close();
            simulator.close();
            threads.shutdownNow();
        }
    }

    /**
     * What this JVM holds.
     *
     * @param memory bytes of all objects in use
     * @param classes bytes of those classes that have many; all would be more than what is looked for
     */
    private record Holds(long memory, Map<String, Long> classes, int threads, long sockets) {
        private static final Pattern CLASS = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");
        private static final long MANY = 16 << 10;

        static Holds now() throws Exception {
            var bytes = bytesInUse();
            var memory = bytes.values().stream().mapToLong(Long::longValue).sum();
            bytes.values().removeIf(few -> few < MANY);
            return new Holds(
                    memory,
                    Map.copyOf(bytes),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    openSockets());
        }

        /** By class, as {@code jcmd} tells it, which collects garbage before. */
        private static Map<String, Long> bytesInUse() throws Exception {
            var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return CLASS.matcher(histogram)
                    .results()
                    .collect(Collectors.groupingBy(
                            row -> row.group(2), Collectors.summingLong(row -> Long.parseLong(row.group(1)))));
        }

        private static long openSockets() throws IOException {
            var descriptors = Path.of("/proc/self/fd");
            if (!Files.isDirectory(descriptors)) {
                return 0;
            }
            try (var all = Files.list(descriptors)) {
                return all.filter(Holds::isSocket).count();
            }
        }

        private static boolean isSocket(Path descriptor) {
            try {
                return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
            } catch (IOException e) {
                return false;
            }
        }

        boolean isFlatSince(Holds before, long moreMemory) {
            return memory < before.memory + moreMemory
                    && threads <= before.threads + MORE_THREADS
                    && sockets <= before.sockets + MORE_SOCKETS;
        }

        /** The classes of which there is most more. */
        String growthSince(Holds before) {
            return classes.entrySet().stream()
                    .map(now -> Map.entry(now.getKey(), now.getValue() - before.classes.getOrDefault(now.getKey(), 0L)))
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(12)
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }

        String row(String moment) {
            return String.format(
                    Locale.ROOT, "| %s | %.1f MiB | %d | %d |\n", moment, memory / 1048576.0, threads, sockets);
        }
    }

    @Tag("measure")
    @Test
    void every_login_of_some_seconds_ends_once_and_by_name() throws Exception {
        soak(Duration.ofSeconds(4), new Random().nextLong(), MORE_MEMORY);
    }

    @Tag("long")
    @Tag("soak")
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    @Test
    void every_login_of_half_an_hour_ends_once_and_by_name() throws Exception {
        var minutes = Long.getLong("soak.minutes", 30);
        var seed = Long.getLong("soak.seed", new Random().nextLong());

        var figures = soak(Duration.ofMinutes(minutes), seed, MORE_MEMORY_AT_LAST);

        var page = Files.readString(PAGE);
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(PAGE, head + "\n" + figures + "\n" + page.substring(page.indexOf(END)));
    }

    private static String soak(Duration time, long seed, long moreMemory) throws Exception {
        try (var run = new Run(seed)) {
            var dials = Dial.all();
            // What a JVM needs at first is not what it loses.
            run.turnAll(dials, WARM_UP);
            var before = run.rest(holds -> true);
            run.turnAll(dials.subList(0, dials.size() / 2), time.dividedBy(2));
            var middle = run.rest(holds -> holds.isFlatSince(before, moreMemory));
            // At once: another wait would end by the test's limit, and nobody would read by how much.
            assertTrue(
                    middle.isFlatSince(before, moreMemory),
                    () -> figures(run, time, List.of(before, middle, middle)) + middle.growthSince(before));
            run.turnAll(dials.subList(dials.size() / 2, dials.size()), time.dividedBy(2));
            var after = run.rest(holds -> holds.isFlatSince(before, moreMemory));

            var figures = figures(run, time, List.of(before, middle, after));
            assertEquals(run.begun.get(), run.ended.get(), figures);
            assertTrue(run.codesAtPsc <= run.codes.get(), figures);
            assertTrue(run.ends.keySet().stream().noneMatch(end -> end.startsWith("UNTYPED")), figures);
            assertTrue(after.isFlatSince(before, moreMemory), () -> figures + after.growthSince(before));
            return figures;
        }
    }

    private static String figures(Run run, Duration time, List<Holds> holds) {
        var rows = run.ends.entrySet().stream()
                .map(end -> "| " + end.getKey() + " | " + end.getValue() + " |\n")
                .collect(Collectors.joining());
        var rate = run.begun.get() * 1e9 / run.busyNanos;
        return "On " + LocalDate.now(ZoneOffset.UTC) + ", JDK "
                + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors: " + time.toMinutes() + " minutes, seed "
                + run.seed + ", " + Dial.all().size() + " dials. Of " + PER_SECOND
                + String.format(Locale.ROOT, " logins a second that were wanted, %.1f were reached.\n", rate)
                + "Of " + run.begun + " logins, " + run.ended + " ended once. Of " + run.codes + " codes, "
                + run.codesAtPsc + " came to Pro Santé Connect.\n\n"
                + "| moment | heap in use | threads | sockets |\n|---|---|---|---|\n"
                + holds.get(0).row("before the first dial")
                + holds.get(1).row("in the middle")
                + holds.get(2).row("at the end")
                + "\n| how a login ended | times |\n|---|---|\n"
                + rows;
    }
}
