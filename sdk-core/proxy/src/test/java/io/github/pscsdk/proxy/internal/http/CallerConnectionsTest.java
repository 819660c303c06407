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
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is late with a request: the caller, or the proxy. */
class CallerConnectionsTest {
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger closed = new AtomicInteger();
    private final CallerConnections connections =
            new CallerConnections(10, new Callers(List.of(), Set.of()), time::get);

    @AutoClose
    private final ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @AutoClose
    private final SocketChannel caller = SocketChannel.open(server.getLocalAddress());

    @AutoClose
    private final SocketChannel accepted = server.accept();

    CallerConnectionsTest() throws Exception {}

    @BeforeEach
    void open() throws Exception {
        accepted.configureBlocking(false);
        var endPoint = answering(
                EndPoint.class,
                Map.of("getRemoteSocketAddress", accepted.getRemoteAddress(), "getTransport", accepted));
        connections.onOpened(answering(Connection.class, Map.of("getEndPoint", endPoint, "getBytesIn", 0L)));
    }

    /** Answers those calls so, and counts those of {@code close}. */
    private <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "close" -> {
                        closed.incrementAndGet();
                        yield null;
                    }
                    default -> answers.get(method.getName());
                }));
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
}
