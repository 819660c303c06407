package io.github.pscsdk.example.santefr.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456789Z");
    private static final Finding WARNING =
            new Finding("V-SIREN", Severity.W, "place.siren", "Vérifiez-le.", "Check it.");

    @TempDir
    Path folder;

    private DeclarationStore store;

    @BeforeEach
    void open() {
        store = DeclarationStore.open(folder.resolve("data/form"), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_receipt_has_a_number_the_time_and_the_hash_of_the_content() {
        var receipt = store.keep(submission("A", "key-1", "{\"é\":1}")).stored().receipt();

        assertEquals("SF-2026-0000001", receipt.number());
        assertEquals(Instant.parse("2026-03-04T12:00:00.123Z"), receipt.receivedAt());
        // printf '{"é":1}' | sha256sum
        assertEquals("ddcfcf4765da163969972bb20660092ca2787782d9352d1d8a38e93f70acf3bf", receipt.hash());
    }

    @Test
    void the_same_content_under_the_same_key_is_kept_once() {
        var first = store.keep(submission("A", "key-1", "{}"));
        var second = store.keep(submission("A", "key-1", "{}"));

        assertEquals(Kept.How.NEW, first.how());
        assertEquals(Kept.How.REPEATED, second.how());
        assertEquals(first.stored(), second.stored());
    }

    @Test
    void other_content_under_the_same_key_changes_nothing() {
        var first = store.keep(submission("A", "key-1", "{}"));
        var second = store.keep(submission("A", "key-1", "{\"a\":1}"));

        assertEquals(Kept.How.CONFLICT, second.how());
        assertEquals(
                Optional.of(first.stored()), store.find(first.stored().receipt().number(), "A"));
    }

    @Test
    void two_professionals_may_use_the_same_key() {
        var first = store.keep(submission("A", "key-1", "{}"));
        var second = store.keep(submission("B", "key-1", "{}"));

        assertEquals(Kept.How.NEW, second.how());
        assertNotEquals(
                first.stored().receipt().number(), second.stored().receipt().number());
    }

    @Test
    void nobody_finds_the_declaration_of_somebody_else() {
        var number =
                store.keep(submission("A", "key-1", "{}")).stored().receipt().number();

        assertTrue(store.find(number, "A").isPresent());
        assertFalse(store.find(number, "B").isPresent());
    }

    @Test
    void threads_that_send_the_same_key_at_once_get_one_receipt() throws Exception {
        var threads = 8;
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var round = 0; round < 10; round++) {
                var start = new CyclicBarrier(threads);
                var key = "key-" + round;
                Callable<Kept> send = () -> {
                    start.await(30, TimeUnit.SECONDS);
                    return store.keep(submission("A", key, "{}"));
                };
                var kept = new ArrayList<Kept>();
                for (var answer : pool.invokeAll(Collections.nCopies(threads, send))) {
                    kept.add(answer.get());
                }

                assertEquals(
                        1,
                        kept.stream().filter(one -> one.how() == Kept.How.NEW).count());
                assertEquals(
                        1,
                        kept.stream()
                                .map(Kept::stored)
                                .collect(Collectors.toSet())
                                .size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_restart_keeps_the_declarations_and_their_warnings() {
        var kept = store.keep(submission("A", "key-1", "{\"é\":1}")).stored();
        store.close();

        open();

        assertEquals(Optional.of(kept), store.find(kept.receipt().number(), "A"));
        assertEquals(List.of(WARNING), kept.findings());
        assertEquals(
                Kept.How.REPEATED,
                store.keep(submission("A", "key-1", "{\"é\":1}")).how());
        assertEquals(Kept.How.NEW, store.keep(submission("A", "key-2", "{}")).how());
    }

    @Test
    void nothing_is_left_of_a_declaration_whose_findings_cannot_be_kept() {
        var longer = new Finding("V-TXT", Severity.W, "x".repeat(200), "fr", "en");
        var submission = new Submission("A", "key-1", "{}", List.of(WARNING, longer));

        assertThrows(StoreException.class, () -> store.keep(submission));

        assertEquals(Kept.How.NEW, store.keep(submission("A", "key-1", "{}")).how());
    }

    @Test
    void a_failure_of_the_database_quotes_no_row() {
        var submission = new Submission("899999100011", "key-1", "{}".repeat(600_000), List.of());

        var failure = assertThrows(StoreException.class, () -> store.keep(submission));

        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("899999100011"));
        assertFalse(printed.toString().contains("{}"));
    }

    @Test
    void a_path_with_settings_in_it_is_refused() {
        var file = folder.resolve("data;form");

        assertThrows(IllegalArgumentException.class, () -> DeclarationStore.open(file, Clock.systemUTC()));
    }

    private static Submission submission(String professional, String key, String content) {
        return new Submission(professional, key, content, List.of(WARNING));
    }
}
