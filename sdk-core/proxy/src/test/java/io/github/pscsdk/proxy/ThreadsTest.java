package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.simulator.Endpoint;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A proxy needs few threads, whoever hangs. */
@Isolated("counts the threads of the process")
class ThreadsTest {
    private static final int MOST = 64;

    @Test
    void three_hanging_backends_and_many_waiting_logins_need_at_most_64_threads() throws Exception {
        var others = threads();
        try (var first = RawPeer.hanging();
                var second = RawPeer.hanging();
                var third = RawPeer.hanging();
                var bench = Bench.start(builder -> builder.dangerouslyInConformityMode()
                        .backend(Backend.open("first", first.uri()))
                        .backend(Backend.open("second", second.uri()))
                        .backend(Backend.open("third", third.uri())))) {
            var session = bench.loggedIn();
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            for (var i = 0; i < 300; i++) {
                var body = ConnectBody.of("899999100060", Bench.CLIENT).json();
                waiting.add(bench.calls().callLater("POST", "/connect", body));
            }
            for (var backend : List.of("first", "second", "third")) {
                for (var i = 0; i < 40; i++) {
                    waiting.add(session.callLater("POST", "/send/" + backend + "/a", "{}"));
                }
            }
            Await.until(() -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == 301
                    && first.heads().size()
                                    + second.heads().size()
                                    + third.heads().size()
                            == 120);

            assertEquals(200, session.get("/send/open/a").status());
            var ours = threads();
            ours.removeAll(others);
            // Those of the test: the simulator, the backends, whoever calls.
            ours.removeIf(name -> name.startsWith("raw-peer")
                    || name.startsWith("HTTP-Dispatcher")
                    || name.startsWith("HttpClient-")
                    || name.startsWith("psc-simulator")
                    || name.startsWith("Thread-")
                    || name.startsWith("idle-timeout")
                    || name.startsWith("req-rsp-timeout")
                    || name.startsWith("pool-"));
            assertTrue(ours.size() + jvm() <= MOST, () -> ours.size() + " threads: " + ours);
        }
    }

    /** Those that every process has. */
    private static int jvm() {
        return 10;
    }

    private static Set<String> threads() {
        var all = ManagementFactory.getThreadMXBean();
        return Arrays.stream(all.getThreadInfo(all.getAllThreadIds()))
                .filter(thread -> thread != null)
                .map(thread -> thread.getThreadName() + " #" + thread.getThreadId())
                .collect(Collectors.toSet());
    }
}
