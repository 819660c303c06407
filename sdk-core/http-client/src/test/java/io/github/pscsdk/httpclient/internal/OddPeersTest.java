package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.RawPeer.Manner;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a peer does, a call ends within its limit plus a second, and so does the next one. */
class OddPeersTest {
    private static final Duration LIMIT = Duration.ofMillis(600);

    /** Where OkHttp tells of leaked connections, when the response that held one has been collected. */
    private static final Logger OKHTTP = Logger.getLogger(OkHttpClient.class.getName());

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            TOLD.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @AutoClose
    private final HttpCalls calls = new HttpCalls(UnaryOperator.identity(), Place.threads(4));

    @BeforeAll
    static void listen() {
        OKHTTP.addHandler(LISTENER);
    }

    @AfterEach
    void no_connection_stays_in_use() {
        var pool = calls.client.connectionPool();
        Await.until("no connection is in use", () -> pool.connectionCount() <= pool.idleConnectionCount());
    }

    @AfterAll
    static void no_connection_has_leaked() {
        System.gc();
        OKHTTP.removeHandler(LISTENER);
        assertEquals(List.of(), TOLD);
    }

    static Stream<Arguments> peers() {
        return Stream.of(
                peer("is silent", Manner.silent()),
                peer("is silent after the request", c -> {
                    c.read();
                    Manner.silent().treat(c);
                }),
                peer("closes at once", c -> {}),
                peer("closes after the request", RawPeer.Connection::read),
                peer("resets", c -> {
                    c.read();
                    c.resetAtEnd();
                }),
                peer("drips its headers", drip("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1000))),
                peer("drips its body", drip("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000))),
                peer("has endless headers", Manner.endless("HTTP/1.1 200 OK\r\n", "X: y\r\n")),
                peer("has one endless header", Manner.endless("HTTP/1.1 200 OK\r\nX: ", "xxxxxxxxxxxxxxxx")),
                peer("has an endless body", Manner.endless("HTTP/1.1 200 OK\r\n\r\n", "xxxxxxxxxxxxxxxx")),
                peer(
                        "has endless chunks",
                        Manner.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")),
                peer("says 100 for ever", Manner.endless("", "HTTP/1.1 100 Continue\r\n\r\n")),
                answer("promises more than it sends", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok"),
                answer("has a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok"),
                answer("has a length of letters", "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n"),
                answer("has a length beyond a long", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n"),
                answer(
                        "has a chunk of negative size",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx\r\n"),
                answer("has a chunk of letters", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n"),
                answer(
                        "has a body that is not gzip",
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok"),
                answer("has no status", "HTTP/1.1 \r\n\r\n"),
                answer("has a status of letters", "HTTP/1.1 abc OK\r\n\r\n"),
                answer("has a negative status", "HTTP/1.1 -20 OK\r\n\r\n"),
                answer("has a header without a name", "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 2\r\n\r\nok"),
                answer("has a header of bytes", "HTTP/1.1 200 OK\r\n\u00e9\u0001: \u0002\r\nContent-Length: 0\r\n\r\n"),
                answer("speaks something else", "SSH-2.0-OpenSSH_9.2\r\n"),
                answer("answers 407", "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"),
                answer("switches protocols", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"));
    }

    static Stream<Arguments> peersAndThreads() {
        return Stream.of(Place.values())
                .flatMap(place -> peers().map(peer -> Arguments.of(peer.get()[0], peer.get()[1], place)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("peersAndThreads")
    @Execution(ExecutionMode.CONCURRENT)
    void a_call_ends_in_time(String name, Manner manner, Place place) throws Exception {
        try (var peer = new RawPeer(manner)) {
            for (var call = 0; call < 2; call++) {
                ended(get(peer), place);
                ended(post(peer.uri()), place);
            }
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_peer_that_accepts_nobody_ends_in_time() throws Exception {
        try (var deaf = new ServerSocket(0, 1)) {
            var request = new Request.Builder()
                    .url("http://127.0.0.1:" + deaf.getLocalPort())
                    .build();
            for (var call = 0; call < 6; call++) {
                ended(request, Place.values()[call % 2]);
            }
        }
    }

    @Test
    void refused_connections_fail() {
        var nobody = URI.create("http://127.0.0.1:" + ReservedPort.next());

        var failure = assertThrows(
                ExecutionException.class,
                () -> calls.send(post(nobody), Await.LIMIT).get());

        assertEquals(IOException.class, superclass(failure.getCause()));
    }

    @Test
    void the_limit_counts_the_time_in_line() throws Exception {
        try (var peer = new RawPeer(Manner.silent())) {
            var begun = Stream.generate(() -> calls.send(get(peer), LIMIT))
                    .limit(20)
                    .toList();
            for (var call : begun) {
                assertThrows(TimeoutException.class, () -> Await.outcome("the end of a call", call));
            }
        }
    }

    @Test
    void what_a_peer_answers_is_the_answer_also_where_it_names_another_address() throws Exception {
        try (var other = new RawPeer(Manner.answering(RawPeer.OK));
                var peer = new RawPeer(Manner.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.uri() + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertEquals(
                    302,
                    Await.outcome("the answer", calls.send(get(peer), Await.LIMIT))
                            .status());
            assertEquals(0, other.connections());
        }
    }

    @Test
    void a_response_has_so_many_bytes_at_most() throws Exception {
        try (var peer = new RawPeer(body(HttpCalls.MAX_BODY))) {
            var answer = Await.outcome("the answer", calls.send(get(peer), Await.LIMIT));
            assertEquals(HttpCalls.MAX_BODY, answer.body().length);

            peer.becomes(body(HttpCalls.MAX_BODY + 1));
            var longer = calls.send(get(peer), Await.LIMIT);
            var failure = assertThrows(ExecutionException.class, longer::get);
            assertEquals(
                    HttpCalls.ResponseTooLargeException.class,
                    failure.getCause().getClass());
        }
    }

    private static Manner body(int length) {
        return Manner.answering("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));
    }

    /** Passes when the call ends, in whatever way. */
    private void ended(Request request, Place place) throws Exception {
        try {
            Await.outcome("the end of the call", place.send(calls, request, LIMIT));
        } catch (ExecutionException e) {
            assertEquals(false, e.getCause() instanceof Error, () -> "an error of ours: " + e.getCause());
        } catch (Exception e) {
            // The call has failed, as it may.
            return;
        }
    }

    private static Class<?> superclass(Throwable failure) {
        for (Class<?> type = failure.getClass(); ; type = type.getSuperclass()) {
            if (type == IOException.class || type == Throwable.class) {
                return type;
            }
        }
    }

    private static Request get(RawPeer peer) {
        return new Request.Builder().url(peer.uri().toString()).build();
    }

    private static Request post(URI uri) {
        return new Request.Builder()
                .url(uri.toString())
                .post(HttpCalls.once(new byte[] {'a'}, null))
                .build();
    }

    private static Arguments peer(String name, Manner manner) {
        return Arguments.of(name, manner);
    }

    private static Arguments answer(String name, String bytes) {
        return peer(name, Manner.answering(bytes));
    }

    private static Manner drip(String bytes) {
        return Manner.dripping(bytes, Duration.ofMillis(50));
    }
}
