package io.github.pscsdk.proxy.internal.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.send.Forwarder.Recipient;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The deadline of a call, which is for all of it. */
class ForwarderTest {
    private static final Recipient READER = (status, headers, body) -> {
        var read = new Callback.Completable();
        Content.Source.consumeAll(body, read);
        return read;
    };

    private final CompletableFuture<String> silence = new CompletableFuture<>();
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();

    @AutoClose
    private final BackendConnections connections = new BackendConnections(
            List.of(), List.of(), Optional.empty(), ForwardProxy.ofJava(), ForwarderTest::daemon, this::addresses);

    private final Forwarder forwarder = new Forwarder(connections, 1000, Duration.ofMillis(500));

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "forwarder-test");
        thread.setDaemon(true);
        thread.start();
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        if (host.endsWith(".example")) {
            lookedUp.add(host);
            throw new UnknownHostException(silence.join());
        }
        return InetAddress.getAllByName(host);
    }

    private CompletableFuture<Void> call(ServerSocket backend) {
        return call(forwarder, "GET", uri(backend));
    }

    private static CompletableFuture<Void> call(Forwarder forwarder, String method, URI base) {
        return forwarder.forward(
                "nobody",
                new Forwarder.Outgoing(
                        Backend.open("backend", base),
                        method,
                        base.resolve("/a"),
                        HttpFields.EMPTY,
                        Optional.empty(),
                        Optional.empty()),
                READER);
    }

    private static URI uri(ServerSocket backend) {
        return URI.create("http://127.0.0.1:" + backend.getLocalPort());
    }

    private static ServerSocket backend() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void a_backend_that_says_nothing_is_a_504_at_the_deadline() throws Exception {
        try (var backend = backend()) {
            var call = call(backend);

            var failure =
                    assertThrows(RefusedException.class, () -> Await.outcome("the call fails at its limit", call));
            assertEquals(504, failure.status());
        }
    }

    @Test
    void hosts_of_a_silent_name_server_are_looked_up_once_each_and_hold_up_nobody_who_calls_another() throws Exception {
        var hosts = List.of("a.example", "b.example", "c.example", "d.example", "e.example");
        var patient = new Forwarder(connections, 1000, Duration.ofSeconds(20));
        try (var peer = new RawPeer(RawPeer.Manner.answering(RawPeer.OK))) {
            var waiting = Stream.of(hosts, hosts)
                    .flatMap(List::stream)
                    .map(host -> call(patient, "GET", URI.create("http://" + host)))
                    .toList();
            Await.until("all are looked up", () -> lookedUp.size() >= 4);

            Await.outcome("another host answers", call(patient, "POST", peer.uri()));

            silence.complete("nobody knows it");
            for (var call : waiting) {
                var failure = assertThrows(RefusedException.class, () -> Await.outcome("the call fails", call));
                assertEquals(503, failure.status());
            }
            assertEquals(hosts, lookedUp.stream().sorted().toList());
        } finally {
            silence.complete("the test is over");
        }
    }

    @Test
    void a_response_that_drips_is_broken_off_at_the_deadline() throws Exception {
        try (var backend = backend()) {
            var call = call(backend);
            try (var socket = backend.accept()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));

                var failure = assertThrows(RefusedException.class, () -> Await.outcome("the call is broken off", call));
                assertEquals(504, failure.status());
            }
        }
    }

    @Test
    void a_response_of_untold_length_is_broken_off_beyond_the_limit_and_not_before() throws Exception {
        var patient = new Forwarder(connections, 1000, Duration.ofSeconds(20));
        try (var longest = new RawPeer(RawPeer.Manner.answering(response(1000)));
                var longer = new RawPeer(RawPeer.Manner.answering(response(1001)))) {
            Await.outcome("it is passed back", call(patient, "GET", longest.uri()));

            var call = call(patient, "GET", longer.uri());
            var failure = assertThrows(IOException.class, () -> Await.outcome("it is broken off", call));
            assertEquals("the response is too long", failure.getMessage());
        }
    }

    @Test
    void a_connection_may_be_opened_slowly_and_is_idle_for_less_than_a_server_allows() throws Exception {
        try (var peer = new RawPeer(RawPeer.Manner.answering(RawPeer.OK))) {
            var client = connections.of("nobody", Backend.open("backend", peer.uri()));
            var idle = new CompletableFuture<Long>();
            client.addBean(new Connection.Listener() {
                @Override
                public void onOpened(Connection connection) {
                    idle.complete(connection.getEndPoint().getIdleTimeout());
                }
            });

            Await.outcome("it is passed back", call(forwarder, "GET", peer.uri()));

            assertEquals(800, idle.join());
            assertEquals(client.getConnectTimeout(), client.getIdleTimeout(), "before it is open");
        }
    }

    private static String response(int length) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + "x".repeat(length);
    }
}
