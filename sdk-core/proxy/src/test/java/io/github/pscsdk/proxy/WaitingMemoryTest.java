package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Thousands may wait for their professionals, so each of them costs little. What is on the heap is measured for {@code docs/performance.md}. */
@Isolated("measures the buffers of the process")
class WaitingMemoryTest {
    private static final int WAITING = 100;
    private static final int MOST_BYTES = 4 * 1024;

    @Test
    @Tag("measure")
    void a_connect_that_waits_keeps_no_large_buffer() throws Exception {
        try (var bench = Bench.start(ProxyServerBuilder::dangerouslyInConformityMode)) {
            bench.loggedIn();
            var before = directBytes();
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            for (var i = 0; i < WAITING; i++) {
                var body = ConnectBody.of("899999100060", Bench.CLIENT).json();
                waiting.add(bench.calls().callLater("POST", "/connect", body));
            }
            Await.until("all wait", () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == WAITING + 1);

            var each = (directBytes() - before) / WAITING;

            assertTrue(each <= MOST_BYTES, () -> each + " bytes for each");
            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        }
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
