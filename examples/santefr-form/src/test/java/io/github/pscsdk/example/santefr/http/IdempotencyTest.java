package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.FLAWLESS;
import static io.github.pscsdk.example.santefr.http.RunningForm.MESSY;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static io.github.pscsdk.example.santefr.http.RunningForm.RENAMED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {
    @AutoClose
    private final RunningForm form;

    private final FormClient client;

    IdempotencyTest(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
        client = form.client();
    }

    @Test
    void the_same_key_with_the_same_content_gives_the_same_receipt() throws Exception {
        var first = client.post(PHARMACIST, "key-1", MESSY);
        var second = client.post(PHARMACIST, "key-1", MESSY);
        var third = client.post(PHARMACIST, "key-2", FLAWLESS);

        assertEquals(201, first.status());
        assertEquals(200, second.status());
        assertEquals(first.json(), second.json());
        assertEquals("SF-2026-0000002", third.json().at("/receipt/number").asText());
    }

    @Test
    void by_a_new_identifier_a_person_finds_what_they_handed_over_by_the_former_one_and_hands_nothing_over_twice()
            throws Exception {
        var first = client.post(PHARMACIST, "key-1", MESSY);

        // It is another content, since it says who declares.
        assertEquals(409, client.post(RENAMED, "key-1", MESSY).status());

        var found = client.get(RENAMED, first.json().at("/receipt/number").asText());
        assertEquals(200, found.status());
        assertEquals(first.json().at("/receipt"), found.json().at("/receipt"));
    }

    @Test
    void the_same_key_with_other_content_is_a_conflict_and_changes_nothing() throws Exception {
        var first = client.post(PHARMACIST, "key-1", MESSY);
        var second = client.post(PHARMACIST, "key-1", FLAWLESS);

        assertEquals(409, second.status());
        assertEquals("conflict", second.json().path("error").asText());
        var number = first.json().at("/receipt/number").asText();
        assertEquals(
                first.json().at("/receipt/hash"),
                client.get(PHARMACIST, number).json().at("/receipt/hash"));
    }

    @Test
    void callers_that_send_the_same_key_at_once_get_one_receipt() throws Exception {
        var callers = 6;
        var start = new CyclicBarrier(callers);
        var pool = Executors.newFixedThreadPool(callers);
        Callable<FormClient.Answer> call = () -> {
            start.await(1, TimeUnit.MINUTES);
            return client.post(PHARMACIST, "key-1", MESSY);
        };
        var answers = new ArrayList<FormClient.Answer>();
        try {
            for (var answer : pool.invokeAll(Collections.nCopies(callers, call))) {
                answers.add(answer.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                callers - 1,
                answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                1,
                answers.stream()
                        .map(FormClient.Answer::json)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void a_restart_keeps_receipts(@TempDir Path folder) throws Exception {
        FormClient.Answer before;
        try (var first = new RunningForm(folder.resolve("form"))) {
            before = first.client().post(PHARMACIST, "key-1", MESSY);
        }

        try (var second = new RunningForm(folder.resolve("form"))) {
            var again = second.client().post(PHARMACIST, "key-1", MESSY);
            assertEquals(200, again.status());
            assertEquals(before.json(), again.json());
            var number = before.json().at("/receipt/number").asText();
            assertEquals(200, second.client().get(PHARMACIST, number).status());
        }
    }
}
