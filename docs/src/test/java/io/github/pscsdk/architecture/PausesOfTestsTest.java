package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.catalogue.Parsing;
import io.github.pscsdk.documents.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No test lets time pass. Time that a clock makes is moved with a {@code VirtualClock}; for anything real a test waits with {@code Await}, on a condition in words.
 */
class PausesOfTestsTest {
    /** Fixtures that are a fault or a load themselves, and why they pause. */
    private static final Map<String, String> ON_PURPOSE = Map.ofEntries(
            Map.entry("ArchiveLiars.pause", "a plug-in that is slow"),
            Map.entry("DescriptionLiars.pause", "a plug-in that is slow"),
            Map.entry("HealthLiars.obstacle", "a plug-in that is slow"),
            Map.entry("HealthLiars.diagnose", "a plug-in that is slow"),
            Map.entry("InterruptLiars.ask", "a plug-in that is deaf"),
            Map.entry("LifeLiars.start", "a plug-in that is slow"),
            Map.entry("WatchLiars.follow", "a plug-in that asks its device again and again"),
            Map.entry("CardDevice.waitABit", "a device that reports nothing by itself"),
            Map.entry("BadgeAuthenticatorTest.awaitChange", "a device that reports nothing by itself"),
            Map.entry("RawPeer.dripping", "a peer that sends a byte now and then"),
            Map.entry("SocketCaller.drip", "a caller that sends a byte now and then"),
            Map.entry("HostilePsc.drip", "a peer that sends a byte now and then"),
            Map.entry(
                    "ClosedConnectionsTest.looking_leaves_the_timeout_of_the_connection_as_it_was",
                    "a peer that answers late"),
            Map.entry("ClosedConnectionsFlowsTest.pause", "connections that a peer closes after some time"),
            Map.entry(
                    "CallingThreadTest.a_name_that_is_being_looked_up_holds_nobody_after_the_end_of_the_call",
                    "a resolver that never answers"),
            Map.entry("SoakIT.logInFor", "a load of so many logins a second"));

    @Test
    void no_test_pauses_but_for_fixtures_that_are_a_fault_themselves() {
        var found = new TreeMap<String, String>();
        Parsing.files(sources())
                .forEach(unit -> PauseFinder.in(unit)
                        .forEach(place -> found.put(place, unit.getSourceFile().getName())));

        var unknown = new TreeMap<>(found);
        unknown.keySet().removeAll(ON_PURPOSE.keySet());
        assertEquals(
                "",
                unknown.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")),
                "pauses in tests");
        assertEquals(Set.of(), withoutFound(found.keySet()), "exceptions that are needed no more");
    }

    private static Set<String> withoutFound(Set<String> found) {
        var left = new TreeSet<>(ON_PURPOSE.keySet());
        left.removeAll(found);
        return left;
    }

    /** A stream of such a list looks at it without its lock, while another thread adds. */
    @Test
    void what_a_fixture_collects_can_be_looked_at_while_it_grows() {
        var needle = "synchronized" + "List(";

        assertEquals(
                List.of(),
                sources().stream()
                        .filter(file -> Repository.read(
                                        Repository.ROOT.relativize(file).toString())
                                .contains(needle))
                        .toList(),
                "use a CopyOnWriteArrayList");
    }

    /** A busy machine needs all of the one limit. */
    @Test
    void no_test_gives_up_earlier_than_the_one_limit() {
        var limit = Pattern.compile(
                "\\.(get|await|poll|tryAcquire)\\(([0-9]+), (TimeUnit\\.)?(MILLI)?SECONDS\\)|\\.join\\([0-9]");

        assertEquals(
                Set.of("OutboxTest.java: .await(300, TimeUnit.MILLISECONDS)"),
                sources().stream()
                        .filter(file -> !file.endsWith("PausesOfTestsTest.java"))
                        .flatMap(file -> limit.matcher(Repository.read(
                                        Repository.ROOT.relativize(file).toString()))
                                .results()
                                .map(found -> file.getFileName() + ": " + found.group()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                "wait with Await");
    }

    private static List<Path> sources() {
        var sources = Repository.files(".java").stream()
                .filter(file -> Repository.ROOT
                                .relativize(file)
                                .toString()
                                .matches("(.*/)?src/(test|it)/.*|plugins/testkit/test-support/.*")
                        && !file.toString().contains("/archetype-resources/"))
                .toList();
        assertTrue(sources.size() > 500, "the sources of the tests are found");
        return sources;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(1);",
                "java.lang.Thread.sleep(1);",
                "java.util.concurrent.TimeUnit.SECONDS.sleep(1);",
                "SECONDS.sleep(1);",
                "java.util.concurrent.locks.LockSupport.parkNanos(1);",
                "Thread.onSpinWait();",
                "java.util.concurrent.CompletableFuture.delayedExecutor(1, SECONDS);",
                "CompletableFuture.runAsync(task);",
                "CompletableFuture.supplyAsync(() -> 1).join();",
                "new java.util.concurrent.CountDownLatch(1).await(1, SECONDS);",
                "var never = new CountDownLatch(1); never.await(1, SECONDS);",
                "var never = new Semaphore(0); never.tryAcquire(1, SECONDS);",
                "var never = new CompletableFuture<String>(); never.get(1, SECONDS);",
            })
    void each_way_to_pause_is_found(String pause) {
        assertEquals(List.of("T.m"), PauseFinder.in(Parsing.text("class T { void m() { " + pause + " } }")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheduler.sleep(SECOND);",
                "CompletableFuture.runAsync(task, ThreadPerTaskExecutor.INSTANCE);",
                "var latch = new CountDownLatch(1); run(latch::countDown); latch.await();",
                "var latch = new CountDownLatch(1); run(latch); latch.await();",
                "var told = new CompletableFuture<String>(); told.complete(\"x\"); told.get();",
                "process.waitFor(1, SECONDS);",
            })
    void a_wait_for_something_is_no_pause(String wait) {
        assertEquals(List.of(), PauseFinder.in(Parsing.text("class T { void m() { " + wait + " } }")));
    }

    @Test
    void each_class_that_is_run_again_and_again_is_there() {
        var there = Repository.files(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        var missing = Repository.read(".ci/steady-classes")
                .lines()
                .filter(line -> !line.startsWith("#") && !there.contains(line))
                .toList();

        assertEquals(List.of(), missing);
    }
}
