package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.proxy.internal.json.OpenApi;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;

/** Nodes in processes of their own, over one store, at one simulated Pro Santé Connect. */
final class Cluster implements AutoCloseable {
    static final String CLIENT = "editeur-demo";
    static final String SECRET = "secret-of-the-first-client";
    private static final int CALLS_AT_ONCE = 50;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final MediaType JSON = MediaType.get("application/json");

    final PscSimulator simulator;
    /** How browsers reach all nodes; here, the address of the first one. */
    private final URI base = URI.create("http://127.0.0.1:" + ReservedPort.next());

    private final SharedStore store;
    private final List<Node> nodes = new ArrayList<>();

    /** One node, which may be killed and started again. */
    final class Node {
        private final int port;
        private final Path ring;
        private final long secondsAhead;
        private final HttpCalls calls = new HttpCalls(
                client -> client, Executors.newFixedThreadPool(CALLS_AT_ONCE, Scheduler.daemons("workstations")));
        private volatile Process process;
        private Optional<ProxyServer> here = Optional.empty();

        private Node(int port, Path ring, long secondsAhead) {
            this.port = port;
            this.ring = ring;
            this.secondsAhead = secondsAhead;
        }

        /** The file of its key ring, which it reads when it starts. */
        Path ring() {
            return ring;
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + port);
        }

        void start() throws IOException {
            var output = Path.of("target", "nodes", port + ".log");
            Files.createDirectories(output.getParent());
            var command = Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    NodeMain.class.getName());
            process = new ProcessBuilder(
                            Stream.concat(command, Stream.of(arguments())).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        }

        /** In this process, where nobody kills it. */
        void startHere() throws Exception {
            here = Optional.of(NodeMain.start(arguments()));
        }

        private String[] arguments() {
            return new String[] {
                Integer.toString(port),
                base.toString(),
                simulator.issuer().toString(),
                simulator.authorizationEndpoint().toString(),
                store.address().toString(),
                ring.toString(),
                Long.toString(secondsAhead)
            };
        }

        void awaitReady() throws Exception {
            Await.until("the node is ready", this::isReady);
        }

        private boolean isReady() {
            try {
                var ready = HttpRequest.newBuilder(URI.create(address() + "/ready"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
                return HttpClient.newHttpClient()
                                .send(ready, BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Answer call(String method, String path, String cookie, String body) throws Exception {
            var request = new Request.Builder()
                    .url(address() + path)
                    .header("Authorization", "Bearer " + Bench.TOKEN)
                    .method(method, method.equals("GET") ? null : HttpCalls.once(body.getBytes(UTF_8), JSON));
            if (!cookie.isEmpty()) {
                request.header("Cookie", "proxy_session_id=" + cookie);
            }
            try {
                var response =
                        calls.send(request.build(), LoginsUnderFaults.LONGEST).get();
                OpenApi.DESCRIPTION.mustAllow(method, path, response.status());
                var headers = HttpHeaders.of(response.headers().toMultimap(), (name, value) -> true);
                return new Answer(response.status(), headers, response.body());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failed ? failed : e;
            }
        }

        /** As {@code kill -9}. */
        void kill() {
            process.destroyForcibly();
            Await.until("the node is dead", () -> !process.isAlive());
        }

        /** As {@code SIGTERM}; returns when it has ended. */
        void terminate() throws IOException, InterruptedException {
            process.destroy();
            Await.exit("the node has stopped", process);
        }

        /** Stops the process where it stands, until {@link #thaw}. */
        void freeze() throws IOException, InterruptedException {
            signal("-STOP");
        }

        void thaw() throws IOException, InterruptedException {
            signal("-CONT");
        }

        private void signal(String name) throws IOException, InterruptedException {
            var sent = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
            assertEquals(0, Await.exit("the signal is sent", sent));
        }
    }

    /**
     * Closes the store too.
     *
     * @param expiry how long a professional has to answer on their device
     */
    Cluster(SharedStore store, Duration expiry) {
        this.store = store;
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(CLIENT, SECRET).withRedirectUri(URI.create(base + "/v1/callback")))
                .interval(Duration.ofSeconds(1))
                .expiresIn(expiry)
                .start();
    }

    Node node(Path ring, long secondsAhead) {
        var port = nodes.isEmpty() ? base.getPort() : ReservedPort.next();
        var node = new Node(port, ring, secondsAhead);
        nodes.add(node);
        return node;
    }

    SharedStore store() {
        return store;
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Calls a node that is drawn, once. */
    Answer callOnce(Random random, String method, String path, String cookie) throws Exception {
        return nodes.get(random.nextInt(nodes.size())).call(method, path, cookie, "");
    }

    /** Calls any node, as a workstation does: another one where that takes no calls. */
    Answer call(Random random, String method, String path, String cookie, String body) throws Exception {
        var end = System.nanoTime() + LoginsUnderFaults.LONGEST.toNanos();
        while (true) {
            var node = nodes.get(random.nextInt(nodes.size()));
            try {
                var answer = node.call(method, path, cookie, body);
                if (answer.status() != 503 || System.nanoTime() > end) {
                    return answer;
                }
            } catch (ConnectException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            RealTime.pass(BETWEEN_TRIES);
        }
    }

    @Override
    public void close() throws IOException {
        for (var node : nodes) {
            node.calls.close();
            node.here.ifPresent(ProxyServer::close);
            if (node.process != null) {
                node.process.destroyForcibly();
            }
        }
        simulator.close();
        store.close();
    }
}
