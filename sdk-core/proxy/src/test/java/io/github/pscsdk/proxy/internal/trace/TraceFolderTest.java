package io.github.pscsdk.proxy.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.Await;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFolderTest {
    private static final Instant DAY_1 = Instant.parse("2026-03-01T23:59:59.999Z");
    private static final Instant DAY_2 = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private TraceFolder open(Instant now) throws IOException {
        return TraceFolder.open(
                folder.resolve("traces"), Duration.ofDays(30), new TraceLines(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Trace trace(Instant when) {
        return new Trace(
                Trace.Type.SEND,
                when,
                new Caller.Origin("203.0.113.7", List.of(1, 2)),
                Optional.of("editeur-demo"),
                Optional.of("512345678200010/EMP00001"),
                Optional.of("session"),
                Optional.of("state"),
                Optional.of("CN=editeur-demo,O=Fictive \"quoted\"\\, Inc."),
                Optional.of(new Trace.ApiRequest(Optional.of("form"), "GET", "/a")));
    }

    @Test
    void a_trace_whose_request_is_one_string_is_read_as_method_and_path() throws Exception {
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
        }
        var file = folder.resolve("traces/traces-2026-03-01.jsonl");
        var now = Files.readString(file);
        Files.writeString(file, now.replaceAll("\"apiRequest\":\\{[^}]*}", "\"apiRequest\":\"GET /a\""));

        try (var traces = open(DAY_1)) {
            assertEquals(
                    Optional.of(new Trace.ApiRequest(Optional.empty(), "GET", "/a")),
                    traces.between(EARLY, LATE).get(0).apiRequest());
        }
    }

    @Test
    void traces_outlive_a_restart_as_they_were() throws Exception {
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
            traces.append(trace(DAY_2));
        }

        try (var traces = open(DAY_2)) {
            assertEquals(List.of(trace(DAY_1), trace(DAY_2)), traces.between(EARLY, LATE));
            traces.append(trace(DAY_2.plusSeconds(1)));
            assertEquals(3, traces.between(EARLY, LATE).size());
        }
    }

    @Test
    void a_period_has_neither_of_its_ends() throws Exception {
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
            traces.append(trace(DAY_2));

            assertEquals(List.of(trace(DAY_2)), traces.between(DAY_1, LATE));
            assertEquals(List.of(trace(DAY_1)), traces.between(EARLY, DAY_2));
            assertEquals(List.of(), traces.between(DAY_1, DAY_2));
        }
    }

    @Test
    void a_trace_that_comes_late_stands_where_it_is_found() throws Exception {
        try (var traces = open(DAY_2)) {
            traces.append(trace(DAY_1));

            assertEquals(
                    1,
                    traces.between(DAY_1.minusSeconds(1), DAY_1.plusMillis(1)).size());
        }
    }

    @Test
    void the_end_of_the_retention_period_deletes_whole_days() throws Exception {
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
            traces.append(trace(DAY_2));
        }

        try (var traces = open(DAY_2.plus(Duration.ofDays(30)))) {
            assertEquals(List.of(trace(DAY_2)), traces.between(EARLY, LATE));
        }
    }

    @Test
    void half_a_line_of_a_power_cut_spoils_no_other() throws Exception {
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
        }
        var file = folder.resolve("traces/traces-2026-03-01.jsonl");
        Files.write(file, new byte[] {'{', '"', 't', (byte) 0xc3}, StandardOpenOption.APPEND);

        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));

            assertEquals(List.of(trace(DAY_1), trace(DAY_1)), traces.between(EARLY, LATE));
        }
    }

    @Test
    void a_trace_is_forced_to_the_disk_before_it_is_answered_for() throws Exception {
        try (var traces = open(DAY_1);
                var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            traces.append(trace(DAY_1));
            recording.stop();
            recording.dump(folder.resolve("forced.jfr"));
        }

        var forced = RecordingFile.readAllEvents(folder.resolve("forced.jfr"));
        // Others who record in this JVM bring events of other types.
        assertTrue(forced.stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
                .anyMatch(event -> event.getString("path").endsWith("traces-2026-03-01.jsonl")));
    }

    @Test
    void traces_that_come_while_the_disk_is_being_forced_are_forced_together() throws Exception {
        var callers = 32;
        var held = new CountDownLatch(1);
        var lines = new TraceLines();
        var format = new TraceFolder.Format() {
            @Override
            public String line(Trace trace) {
                try {
                    // The writer is busy with the first trace until all others have come.
                    held.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return lines.line(trace);
            }

            @Override
            public Optional<Trace> parse(String line) {
                return lines.parse(line);
            }
        };
        var threads = new ArrayList<Thread>();
        try (var traces = TraceFolder.open(
                        folder.resolve("traces"), Duration.ofDays(30), format, Clock.fixed(DAY_1, ZoneOffset.UTC));
                var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            var failures = new AtomicInteger();
            for (var i = 0; i < callers; i++) {
                var thread = new Thread(() -> {
                    try {
                        traces.append(trace(DAY_1));
                    } catch (IOException e) {
                        failures.incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
                Await.until(() -> thread.getState() == Thread.State.WAITING);
            }
            held.countDown();
            for (var thread : threads) {
                thread.join();
            }
            recording.stop();
            recording.dump(folder.resolve("forced.jfr"));

            assertEquals(0, failures.get());
            assertEquals(callers, traces.between(EARLY, LATE).size());
        }
        var forced = RecordingFile.readAllEvents(folder.resolve("forced.jfr")).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
                .filter(event -> event.getString("path").endsWith("traces-2026-03-01.jsonl"))
                .count();
        assertEquals(2, forced, "one for the first, one for all others");
    }

    @Test
    void a_caller_who_is_interrupted_closes_the_file_for_nobody() throws Exception {
        try (var traces = open(DAY_1)) {
            Thread.currentThread().interrupt();
            traces.append(trace(DAY_1));
            assertTrue(Thread.interrupted(), "the interruption is left to the caller");

            traces.append(trace(DAY_1));

            assertEquals(2, traces.between(EARLY, LATE).size());
        }
    }

    @Test
    void a_day_that_could_not_be_begun_is_begun_with_the_next_trace() throws Exception {
        var place = folder.resolve("traces");
        try (var traces = open(DAY_1)) {
            traces.append(trace(DAY_1));
            Files.move(place, folder.resolve("gone"));
            assertThrows(IOException.class, () -> traces.append(trace(DAY_2)));

            Files.move(folder.resolve("gone"), place);
            traces.append(trace(DAY_1));
            traces.append(trace(DAY_2));

            assertEquals(List.of(trace(DAY_1), trace(DAY_1), trace(DAY_2)), traces.between(EARLY, LATE));
        }
    }

    @Test
    void nobody_else_may_read_the_files() throws Exception {
        open(DAY_1).close();

        var file = folder.resolve("traces/traces-2026-03-01.jsonl");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            var permissions = Files.getPosixFilePermissions(file);
            assertTrue(permissions.stream()
                    .allMatch(permission -> permission.name().startsWith("OWNER")));
        }
    }
}
