package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A proxy needs few threads, whoever hangs. Every platform thread of the process counts, those of the JVM too, and whoever bears no name
 * of its own. Left out are JUnit's, those that were there before, and those that the servers and callers of this test start, each of
 * them known by a name that no part of the proxy gives. Threads that OkHttp shares in a process are missed where an earlier test has
 * started them. Whoever waits holds no thread, so seventy stand for the ten thousand of {@code docs/performance.md}.
 */
@Isolated("counts the threads of the process")
class ThreadsTest {
    private static final int MOST = 64;
    /** If each needed a thread, there would be too many. */
    private static final int WAITING = 70;

    @Test
    void three_hanging_backends_and_many_waiting_logins_need_at_most_64_threads() throws Exception {
        var others = threads();
        try (var first = RawPeer.hanging();
                var second = RawPeer.hanging();
                var third = RawPeer.hanging();
                var bench = Bench.at(
                        VirtualClock.standing(),
                        builder -> builder.dangerouslyInConformityMode()
                                .backend("first", first.uri())
                                .backend("second", second.uri())
                                .backend("third", third.uri()))) {
            var session = bench.loggedIn();
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            for (var i = 0; i < WAITING; i++) {
                var body = ConnectBody.of("899999100060", Bench.CLIENT).json();
                waiting.add(bench.calls().callLater("POST", "/connect", body));
            }
            for (var backend : List.of("first", "second", "third")) {
                for (var i = 0; i < 40; i++) {
                    waiting.add(session.callLater("POST", "/send/" + backend + "/a", "{}"));
                }
            }
            Await.until(
                    "all wait",
                    () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == WAITING + 1
                            && first.heads().size()
                                            + second.heads().size()
                                            + third.heads().size()
                                    == 120);

            assertEquals(200, session.get("/send/open/a").status());
            assertFewThreads(others);
        }
    }

    @Test
    void seventy_who_wait_for_the_end_of_their_session_need_none_and_are_answered_when_the_proxy_stops()
            throws Exception {
        var before = threads();
        try (var bench = Bench.at(VirtualClock.standing(), ProxyServerBuilder::dangerouslyInConformityMode)) {
            var sessions = sessions(bench);

            var waiting = waiting(sessions);
            // One caller waits for each session: where one of two is answered, the other one has arrived.
            var others = waiting(sessions);
            for (var i = 0; i < sessions.size(); i++) {
                Await.outcome("the former is answered", CompletableFuture.anyOf(waiting.get(i), others.get(i)));
            }

            assertFewThreads(before);
            waiting.addAll(others);
            assertEquals(
                    WAITING, waiting.stream().filter(answer -> !answer.isDone()).count());
            bench.proxy.close();
            for (var answer : waiting) {
                assertEquals(200, Await.outcome("the last are answered", answer).status());
            }
        }
    }

    /** Logged in by seven: each login alone would wait for polls of its own, and all at once would need more threads for a while. */
    private static List<ProxyCalls> sessions(Bench bench) {
        var body = ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT).json();
        List<ProxyCalls> sessions = new ArrayList<>();
        while (sessions.size() < WAITING) {
            var logins = Stream.generate(() -> bench.calls().callLater("POST", "/connect", body))
                    .limit(7)
                    .toList();
            bench.until("all seven are logged in", () -> logins.stream().allMatch(CompletableFuture::isDone));
            logins.forEach(
                    login -> sessions.add(bench.calls().withCookie(login.join().sessionCookie())));
        }
        return sessions;
    }

    private static List<CompletableFuture<Answer>> waiting(List<ProxyCalls> sessions) {
        return sessions.stream()
                .map(session -> session.callLater("GET", "/v1/session/end?wait=30", ""))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** For a moment there are more: the JDK starts a thread for each small task where it has two processors. */
    private static void assertFewThreads(Set<Thread> others) {
        Await.passes("there are few threads", () -> {
            var counted = counted(others);
            assertTrue(counted.size() <= MOST, () -> counted.size() + " threads: " + counted);
        });
    }

    private static Set<Thread> counted(Set<Thread> others) {
        var counted = threads();
        counted.removeIf(thread -> others.contains(thread) && !isOfTheJvm(thread) || isOfTheTest(thread));
        return counted;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** Those of the JVM, and of the JDK for whoever has a deadline; never mind who was the first to need it. */
    private static boolean isOfTheJvm(Thread thread) {
        var group = thread.getThreadGroup();
        return List.of("main", "CompletableFutureDelayScheduler").contains(thread.getName())
                || group != null && !group.getName().equals("main");
    }

    private static boolean isOfTheTest(Thread thread) {
        // JUnit's own, which runs this method.
        var isOfJUnit = thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinTask.getPool();
        return isOfJUnit
                || Stream.of(
                                // the backends, on bare sockets
                                "raw-peer",
                                // the simulator
                                "psc-simulator",
                                // the JDK's servers: the simulator's, and of the backend that answers
                                "HTTP-Dispatcher",
                                "idle-timeout-task",
                                "req-rsp-timeout-task",
                                // the recorder of another test
                                "JFR ",
                                // whoever calls
                                "HttpClient-")
                        .anyMatch(thread.getName()::startsWith);
    }
}
