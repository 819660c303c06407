package io.github.pscsdk.proxy.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.testkit.support.Await;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is late with a request, the caller or the proxy; and how many connections one address has. */
class CallerConnectionsTest {
    private static final int PER_ADDRESS = 3;

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicLong bytesIn = new AtomicLong();
    private final CallerConnections connections =
            new CallerConnections(PER_ADDRESS, new Callers(List.of(), Set.of()), time::get);

    @AutoClose
    private final ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @AutoClose
    private final SocketChannel caller = SocketChannel.open(server.getLocalAddress());

    @AutoClose
    private final SocketChannel accepted = server.accept();

    private final Connection connection = connection();
    // Of the request that is served.
    private HttpStream stream = answering(HttpStream.class, Map.of());

    CallerConnectionsTest() throws Exception {}

    @BeforeEach
    void open() throws Exception {
        accepted.configureBlocking(false);
        connections.onOpened(connection);
    }

    private Connection connection() throws Exception {
        var endPoint = answering(
                EndPoint.class,
                Map.of("getRemoteSocketAddress", accepted.getRemoteAddress(), "getTransport", accepted));
        return answering(Connection.class, Map.of("getEndPoint", endPoint, "getBytesIn", bytesIn));
    }

    /** Answers those calls so, and counts those of {@code close}. */
    @SuppressWarnings("unchecked")
    private <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "close" -> {
                        closed.incrementAndGet();
                        yield null;
                    }
                    case "addHttpStreamWrapper" -> {
                        stream = ((Function<HttpStream, HttpStream>) arguments[0]).apply(stream);
                        yield null;
                    }
                    default ->
                        answers.get(method.getName()) instanceof AtomicLong number
                                ? number.get()
                                : answers.get(method.getName());
                }));
    }

    /** The server begins to serve a request, whose bytes have come. */
    private void request(long bytes) {
        bytesIn.addAndGet(bytes);
        connections.begun(answering(
                Request.class,
                Map.of(
                        "getConnectionMetaData",
                        answering(ConnectionMetaData.class, Map.of("getConnection", connection)))));
    }

    private void passes(long seconds) {
        time.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        connections.look();
    }

    @Test
    void a_caller_who_sends_nothing_is_closed_after_ten_seconds() {
        passes(10);
        assertEquals(0, closed.get());

        passes(1);

        assertEquals(1, closed.get());
    }

    @Test
    void a_caller_whose_request_nobody_has_read_is_not_late() throws Exception {
        caller.write(ByteBuffer.wrap("POST /connect HTTP/1.1".getBytes(StandardCharsets.US_ASCII)));
        Await.until(
                "the request has come", () -> accepted.socket().getInputStream().available() > 0);

        passes(11);
        assertEquals(0, closed.get());

        accepted.read(ByteBuffer.allocate(100));
        passes(10);
        assertEquals(0, closed.get(), "it has ten seconds from there");
        passes(1);
        assertEquals(1, closed.get());
    }

    @Test
    void a_caller_who_waits_for_an_answer_is_not_late() {
        request(100);
        bytesIn.addAndGet(1);

        passes(60);

        assertEquals(0, closed.get());
    }

    @Test
    void between_two_requests_nobody_is_late_and_in_the_next_one_as_in_the_first() {
        request(100);
        passes(60);
        stream.succeeded();
        passes(60);
        assertEquals(0, closed.get());

        bytesIn.addAndGet(1);
        passes(10);
        assertEquals(0, closed.get(), "it has ten seconds from its last answer or look");
        passes(1);
        assertEquals(1, closed.get());
    }

    @Test
    void the_ten_seconds_of_a_next_request_begin_after_the_answer() {
        request(100);
        passes(60);
        time.addAndGet(TimeUnit.SECONDS.toNanos(60));
        bytesIn.addAndGet(1);
        stream.succeeded();

        bytesIn.addAndGet(1);
        passes(10);

        assertEquals(0, closed.get());
    }

    @Test
    void an_address_has_so_many_connections_and_another_one_when_one_has_ended() throws Exception {
        var last = connection();
        connections.onOpened(connection());
        connections.onOpened(last);
        assertEquals(0, closed.get());

        for (var i = 1; i <= 2; i++) {
            var tooMany = connection();
            connections.onOpened(tooMany);
            assertEquals(i, closed.get());
            connections.onClosed(tooMany);
        }
        connections.onClosed(last);
        connections.onOpened(connection());
        assertEquals(2, closed.get());
        assertEquals(PER_ADDRESS, connections.count());

        connections.onOpened(connection());
        assertEquals(3, closed.get());
    }

    @Test
    void a_connection_that_ends_twice_is_counted_once() throws Exception {
        connections.onOpened(connection());
        connections.onOpened(connection());
        connections.onClosed(connection);
        connections.onClosed(connection);

        connections.onOpened(connection());
        assertEquals(0, closed.get());
        connections.onOpened(connection());

        assertEquals(1, closed.get());
    }
}
