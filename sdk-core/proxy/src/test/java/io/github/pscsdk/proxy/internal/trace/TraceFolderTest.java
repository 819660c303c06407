package io.github.pscsdk.proxy.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.tracestore.TraceEntry;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
                folder.resolve("traces"), Duration.ofDays(30), Optional.empty(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private TraceFolder open(KeyRing ring) throws IOException {
        return TraceFolder.open(
                folder.resolve("traces"), Duration.ofDays(30), Optional.of(ring), Clock.fixed(DAY_1, ZoneOffset.UTC));
    }

    private static KeyRing ring(int key) {
        var bytes = new byte[32];
        bytes[0] = (byte) key;
        return new KeyRing(new byte[32], new LinkedHashMap<>(Map.of("key-" + key, bytes)));
    }

    private static void append(TraceStore traces, Trace trace) {
        var position = new TracePosition(trace.timestamp(), UUID.randomUUID());
        traces.append(List.of(TraceEntry.of(position, trace.written())));
    }

    private static List<TraceEntry> entries(TraceStore traces) {
        return traces.read(TracePosition.endOf(EARLY), LATE, 100);
    }

    private static List<Trace> between(TraceStore traces, Instant start, Instant end) {
        return traces.read(TracePosition.endOf(start), end, 100).stream()
                .map(entry -> Trace.read(entry.value()).orElseThrow())
                .toList();
    }

    private static Trace trace(Instant when) {
        return new Trace(
                Trace.Type.SEND,
                when,
                Optional.of("editeur-demo"),
                Optional.of("512345678200010/EMP00001"),
                "203.0.113.7",
                List.of(1, 2),
                Optional.of("session"),
                Optional.of("state"),
                Optional.of("CN=editeur-demo,O=Fictive \"quoted\"\\, Inc."),
                Optional.of(new Trace.ApiRequest("form", "GET", "/a")));
    }

    @Test
    void traces_outlive_a_restart_as_they_were() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
            append(traces, trace(DAY_2));
        }

        try (var traces = open(DAY_2)) {
            assertEquals(List.of(trace(DAY_1), trace(DAY_2)), between(traces, EARLY, LATE));
            append(traces, trace(DAY_2.plusSeconds(1)));
            assertEquals(3, between(traces, EARLY, LATE).size());
        }
    }

    @Test
    void a_period_has_neither_of_its_ends() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
            append(traces, trace(DAY_2));

            assertEquals(List.of(trace(DAY_2)), between(traces, DAY_1, LATE));
            assertEquals(List.of(trace(DAY_1)), between(traces, EARLY, DAY_2));
            assertEquals(List.of(), between(traces, DAY_1, DAY_2));
        }
    }

    @Test
    void a_trace_that_comes_late_stands_where_it_is_found() throws Exception {
        try (var traces = open(DAY_2)) {
            append(traces, trace(DAY_1));

            assertEquals(
                    1,
                    between(traces, DAY_1.minusSeconds(1), DAY_1.plusMillis(1)).size());
        }
    }

    @Test
    void a_page_has_no_more_than_was_asked_for_and_also_those_that_came_late_first() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
        }
        try (var traces = open(DAY_2)) {
            append(traces, trace(DAY_1.minusSeconds(1)));
            append(traces, trace(DAY_2));

            var page = traces.read(TracePosition.endOf(EARLY), LATE, 1);

            assertEquals(
                    List.of(DAY_1.minusSeconds(1)),
                    page.stream().map(entry -> entry.position().timestamp()).toList());
        }
    }

    @Test
    void a_folder_that_is_opened_again_goes_on_in_the_next_line() throws Exception {
        for (var times = 0; times < 3; times++) {
            try (var traces = open(DAY_1)) {
                append(traces, trace(DAY_1));
            }
        }

        var lines = Files.readAllLines(folder.resolve("traces/traces-2026-03-01.jsonl"));
        assertEquals(3, lines.size());
        assertTrue(lines.stream().noneMatch(String::isEmpty));
    }

    @Test
    void the_end_of_the_retention_period_deletes_whole_days() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
            append(traces, trace(DAY_2));
        }

        try (var traces = open(DAY_2.plus(Duration.ofDays(30)))) {
            assertEquals(List.of(trace(DAY_2)), between(traces, EARLY, LATE));
        }
    }

    @Test
    void half_a_line_of_a_power_cut_spoils_no_other() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
        }
        var file = folder.resolve("traces/traces-2026-03-01.jsonl");
        Files.write(file, new byte[] {'{', '"', 't', (byte) 0xc3}, StandardOpenOption.APPEND);

        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));

            assertEquals(List.of(trace(DAY_1), trace(DAY_1)), between(traces, EARLY, LATE));
        }
    }

    @Test
    void a_trace_is_forced_to_the_disk_before_it_is_answered_for() throws Exception {
        try (var traces = open(DAY_1);
                var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            append(traces, trace(DAY_1));
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
    void a_day_that_could_not_be_begun_is_begun_with_the_next_trace() throws Exception {
        var place = folder.resolve("traces");
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
            Files.move(place, folder.resolve("gone"));
            assertThrows(StoreException.class, () -> append(traces, trace(DAY_2)));

            Files.move(folder.resolve("gone"), place);
            append(traces, trace(DAY_1));
            append(traces, trace(DAY_2));

            assertEquals(List.of(trace(DAY_1), trace(DAY_1), trace(DAY_2)), between(traces, EARLY, LATE));
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

    @Test
    void with_a_key_ring_nothing_of_a_trace_is_in_the_file_and_plain_lines_of_before_are_read() throws Exception {
        try (var plain = open(DAY_1)) {
            append(plain, trace(DAY_1.minusSeconds(1)));
        }
        try (var traces = open(ring(1))) {
            append(traces, trace(DAY_1));

            assertEquals(List.of(trace(DAY_1.minusSeconds(1)), trace(DAY_1)), between(traces, EARLY, LATE));
        }
        var lines = Files.readAllLines(folder.resolve("traces/traces-2026-03-01.jsonl"));
        assertTrue(lines.get(0).contains("512345678200010"));
        assertFalse(lines.get(1).contains("512345678200010") || lines.get(1).contains("SEND"), lines.get(1));
    }

    @Test
    void a_trace_that_cannot_be_decrypted_is_there_and_told() throws Exception {
        try (var traces = open(ring(1))) {
            append(traces, trace(DAY_1));
        }
        try (var traces = open(ring(2))) {
            append(traces, trace(DAY_1.plusMillis(1)));

            var found = entries(traces);
            assertEquals(
                    LoginProblem.STORE_UNREADABLE,
                    found.get(0).failure().orElseThrow().problem());
            assertEquals(
                    Optional.of(trace(DAY_1.plusMillis(1))),
                    Trace.read(found.get(1).value()));
        }
        try (var traces = open(DAY_1)) {
            assertTrue(
                    entries(traces).stream().allMatch(entry -> entry.failure().isPresent()));
        }
    }

    @Test
    void an_encrypted_line_that_was_moved_to_another_time_is_told_and_half_of_one_is_none() throws Exception {
        try (var traces = open(ring(1))) {
            append(traces, trace(DAY_1));
        }
        var file = folder.resolve("traces/traces-2026-03-01.jsonl");
        var line = Files.readString(file).strip();
        Files.writeString(file, line.replace("23:59:59.999Z", "23:00:00Z") + "\n" + line.substring(0, 100));

        try (var traces = open(ring(1))) {
            var found = entries(traces);
            assertEquals(1, found.size());
            assertTrue(found.get(0).failure().isPresent());
        }
    }

    @Test
    void pages_go_on_where_the_last_one_ended_also_among_those_of_one_time_and_over_midnight() throws Exception {
        try (var traces = open(DAY_1)) {
            for (var i = 0; i < 10; i++) {
                append(traces, trace(DAY_1));
            }
            append(traces, trace(DAY_2.plusSeconds(1)));
            append(traces, trace(DAY_1));
            append(traces, trace(DAY_2));

            var read = new ArrayList<TracePosition>();
            var after = TracePosition.endOf(EARLY);
            for (var page = traces.read(after, LATE, 4); !page.isEmpty(); page = traces.read(after, LATE, 4)) {
                page.forEach(entry -> read.add(entry.position()));
                after = read.get(read.size() - 1);
            }

            assertEquals(13, Set.copyOf(read).size());
            assertEquals(read.stream().sorted().toList(), read);
            assertEquals(DAY_2.plusSeconds(1), read.get(12).timestamp());
        }
    }

    @Test
    void whoever_reads_alone_changes_nothing_in_the_folder() throws Exception {
        try (var traces = open(DAY_1)) {
            append(traces, trace(DAY_1));
        }

        var reader =
                TraceFolder.reading(folder.resolve("traces"), Optional.empty(), Clock.fixed(DAY_1, ZoneOffset.UTC));

        assertEquals(List.of(trace(DAY_1)), between(reader, EARLY, LATE));
        try (var files = Files.list(folder.resolve("traces"))) {
            assertEquals(1, files.count());
        }
    }
}
