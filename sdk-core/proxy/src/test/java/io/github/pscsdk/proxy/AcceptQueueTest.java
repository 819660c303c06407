package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.server.WebServer;
import io.github.pscsdk.testkit.support.Await;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many who come at once are let in. */
@Isolated("opens thousands of connections")
class AcceptQueueTest {
    private static final int ARRIVALS = 10_000;
    // Both ends are in this process, and the rest of it needs some.
    private static final int FILES_PER_ARRIVAL = 2;
    private static final int OTHER_FILES = 1_000;

    @Test
    void ten_thousand_who_arrive_at_once_are_let_in_as_far_as_this_machine_has_files() throws Exception {
        var arrivals = Math.min(ARRIVALS, (files() - OTHER_FILES) / FILES_PER_ARRIVAL);
        try (var bench = Bench.start(builder -> builder.trustedReverseProxies("127.0.0.1"))) {
            var address =
                    new InetSocketAddress("127.0.0.1", bench.proxy.address().getPort());
            List<SocketChannel> callers = new ArrayList<>();
            try {
                for (var i = 0; i < arrivals; i++) {
                    var caller = SocketChannel.open();
                    callers.add(caller);
                    caller.configureBlocking(false);
                    caller.connect(address);
                }
                for (var caller : callers) {
                    Await.until("a caller is let in", caller::finishConnect);
                }
                assertEquals(200, bench.calls().get("/v1/status").status());
            } finally {
                for (var caller : callers) {
                    caller.close();
                }
            }
        }
    }

    /** Linux has a bound of its own, which an operator has to raise for as many as are said to wait. */
    @Test
    void so_many_wait_while_nobody_is_let_in_as_the_proxy_asks_for_and_the_system_allows() throws Exception {
        var waiting = Math.min(Math.min(ARRIVALS, most()), files() - OTHER_FILES);
        try (var server = WebServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1)) {
            var address = new InetSocketAddress("127.0.0.1", server.address().getPort());
            List<SocketChannel> callers = new ArrayList<>();
            try {
                for (var i = 0; i < waiting; i++) {
                    callers.add(SocketChannel.open());
                    // Would be refused, or wait for a place, where the queue is shorter.
                    callers.get(i).socket().connect(address, (int) Await.LIMIT.toMillis());
                }
            } finally {
                for (var caller : callers) {
                    caller.close();
                }
            }
        }
    }

    private static int most() throws Exception {
        var bound = Path.of("/proc/sys/net/core/somaxconn");
        // Elsewhere 128 is the least that is usual.
        return Files.exists(bound) ? Integer.parseInt(Files.readString(bound).strip()) : 128;
    }

    private static int files() throws Exception {
        var limits = Path.of("/proc/self/limits");
        if (!Files.exists(limits)) {
            return 4_000;
        }
        return Files.readAllLines(limits).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split("\\s+")[3])
                .map(limit -> limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit))
                .findFirst()
                .orElseThrow();
    }
}
