package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.FLAWLESS;
import static io.github.pscsdk.example.santefr.http.RunningForm.MESSY;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static io.github.pscsdk.example.santefr.http.RunningForm.SALARIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch does is what its declarations would do one by one. */
class BatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] REJECTED = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MALFORMED = "{\"place\":7}".getBytes(StandardCharsets.UTF_8);

    private final Path folder;

    @AutoClose
    private final RunningForm form;

    private final FormClient client;

    BatchTest(@TempDir Path folder) {
        this.folder = folder;
        form = new RunningForm(folder.resolve("form"));
        client = form.client();
    }

    private static String line(String key, byte[] declaration) {
        return "{\"key\":\"" + key + "\",\"declaration\":"
                + new String(declaration, StandardCharsets.UTF_8).replace("\n", "") + "}";
    }

    private FormClient.Answer batch(String token, String body) throws Exception {
        var request = client.request("/declarations/batch", token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, "post", "/declarations/batch");
    }

    private List<JsonNode> lines(String token, String body) throws Exception {
        var answer = batch(token, body);
        assertEquals(200, answer.status());
        var lines = new ArrayList<JsonNode>();
        for (var line : answer.text().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private record Sent(String key, byte[] declaration) {}

    @Test
    void each_declaration_is_answered_as_it_would_be_alone() throws Exception {
        var sent = List.of(
                new Sent("key-1", FLAWLESS),
                new Sent("key-2", REJECTED),
                new Sent("key-1", FLAWLESS),
                new Sent("key-3", MALFORMED),
                new Sent("key-1", MESSY),
                new Sent("", FLAWLESS),
                new Sent("key-4", new byte[200_000]),
                new Sent("key-5", MESSY));
        var body = sent.stream().map(one -> line(one.key(), one.declaration())).collect(Collectors.joining("\n"));

        var answers = lines(PHARMACIST, body.replace('\0', ' '));

        assertEquals(
                List.of(201, 422, 200, 400, 409, 400, 413, 201),
                answers.stream().map(answer -> answer.path("status").intValue()).toList());
        try (var other = new RunningForm(folder.resolve("other"))) {
            for (var i = 0; i < sent.size(); i++) {
                var alone = other.client()
                        .post(PHARMACIST, sent.get(i).key(), sent.get(i).declaration());
                assertEquals(alone.status(), answers.get(i).path("status").intValue());
                var members = ((ObjectNode) answers.get(i)).without("status");
                // The place of a mistake is told from the line's own begin.
                assertEquals(
                        ((ObjectNode) alone.json()).without("detail"),
                        ((ObjectNode) members).without("detail"),
                        "" + i);
            }
        }
    }

    @Test
    void a_batch_that_comes_again_stores_nothing_and_gives_the_same_receipts() throws Exception {
        var body = IntStream.range(0, 50)
                .mapToObj(i -> line("key-" + i, i % 2 == 0 ? FLAWLESS : MESSY))
                .collect(Collectors.joining("\n"));

        var first = lines(PHARMACIST, body);
        var second = lines(PHARMACIST, body + "\n");

        var statuses = new HashSet<Integer>();
        for (var i = 0; i < 50; i++) {
            statuses.add(second.get(i).path("status").intValue());
            assertEquals(first.get(i).path("receipt"), second.get(i).path("receipt"));
        }
        assertEquals(List.of(200), List.copyOf(statuses));
        assertEquals(
                50, first.stream().map(one -> one.path("receipt")).distinct().count());
    }

    @Test
    void batches_that_come_at_once_with_the_same_keys_store_each_once() throws Exception {
        var callers = 4;
        var start = new CyclicBarrier(callers);
        var pool = Executors.newFixedThreadPool(callers);
        var keys = IntStream.range(0, 40).mapToObj(i -> line("key-" + i, MESSY)).toList();
        var calls = new ArrayList<Callable<List<JsonNode>>>();
        for (var i = 0; i < callers; i++) {
            // Half of them in the other order: two transactions wait for each other's keys.
            var order = new ArrayList<>(keys);
            if (i % 2 == 1) {
                Collections.reverse(order);
            }
            calls.add(() -> {
                start.await(1, TimeUnit.MINUTES);
                return lines(PHARMACIST, String.join("\n", order));
            });
        }
        var isNew = 0;
        var receipts = new HashSet<JsonNode>();
        try {
            for (var answers : pool.invokeAll(calls)) {
                for (var answer : answers.get()) {
                    isNew += answer.path("status").intValue() == 201 ? 1 : 0;
                    receipts.add(answer.path("receipt"));
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(40, isNew);
        assertEquals(40, receipts.size());
    }

    @Test
    void who_may_declare_nothing_is_told_so_for_each() throws Exception {
        assertEquals(
                List.of(422, 422),
                lines(SALARIED, line("a", FLAWLESS) + "\n" + line("b", FLAWLESS)).stream()
                        .map(answer -> answer.path("status").intValue())
                        .toList());
    }

    @Test
    void no_line_and_too_many_lines_and_nobody_are_refused() throws Exception {
        assertEquals(400, batch(PHARMACIST, "").status());
        assertEquals(413, batch(PHARMACIST, "{}\n".repeat(1_001)).status());
        assertEquals(401, batch("unknown", line("a", FLAWLESS)).status());
    }
}
