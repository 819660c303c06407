package io.github.pscsdk.example.santefr.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.LifeCycle;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult.How;
import io.github.pscsdk.example.santefr.dossier.DossierStore.StoreException;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");
    private static final int MANY = 100;
    private static final Finding WARNING =
            new Finding("V-SIREN", Severity.W, "place.siren", "Vérifiez-le.", "Check it.");

    private final Caller caller = SampleCallers.pharmacist();
    private final LifeCycle life =
            new LifeCycle(new DeclarationCheck(Eligibility.current()), Clock.fixed(NOON, ZoneOffset.UTC));

    @TempDir
    Path folder;

    private DossierStore store;

    @BeforeEach
    void open() {
        store = openStore();
    }

    /** The store that the tests look at; opened again, it holds what it held. */
    DossierStore openStore() {
        return DossierStore.open(folder.resolve("data/form"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_a_person_has_under_another_identifier_follows_them_receipts_and_keys_included() throws Exception {
        var handedOver = handOver(handedOver(), "key-1").orElseThrow();
        var newId = new NationalId("899999100029");

        store.unite(newId.value(), Set.of(caller.key(), newId.value()));
        store.unite(newId.value(), Set.of(caller.key(), newId.value()));

        assertEquals(List.of(), store.all(caller.key()));
        assertEquals(1, store.all(newId.value()).size());
        assertEquals(
                Optional.of(handedOver.receipt()),
                store.underKey(newId.value(), "key-1").map(SubmittedDeclaration::receipt));
    }

    @Test
    void of_a_key_that_both_identifiers_have_used_that_of_the_new_one_counts_and_no_receipt_is_lost() throws Exception {
        var before = handOver(handedOver(), "key-1").orElseThrow().receipt();
        var id = new NationalId("899999100029");
        var renamed = new Caller(id.value(), Set.of(caller.key()), caller.practices());
        var content = draft().latest().content();
        var own = life.handOver(life.create(content, renamed), renamed);
        var after = store.take(List.of(new NewHandOver(own, "key-1", List.of())))
                .get(0)
                .stored()
                .receipt();

        store.unite(id.value(), Set.of(caller.key()));

        assertEquals(after, store.underKey(id.value(), "key-1").orElseThrow().receipt());
        assertEquals(
                before,
                store.handedOver(before.number(), id.value()).orElseThrow().receipt());
    }

    @Test
    void a_receipt_has_a_number_and_the_time_and_hash_of_the_proof() throws Exception {
        var dossier = handedOver();

        var receipt = handOver(dossier, "key-1").orElseThrow().receipt();

        assertEquals("SF-2026-0000001", receipt.number());
        assertEquals(NOON, receipt.receivedAt());
        assertEquals(dossier.latest().proof().orElseThrow().hash(), receipt.hash());
    }

    @Test
    void a_key_is_taken_once() throws Exception {
        var first = handOver(handedOver(), "key-1");

        var second = handOver(handedOver(), "key-1");

        assertTrue(second.isEmpty());
        assertEquals(first, store.underKey(caller.key(), "key-1"));
        assertEquals(1, store.all(caller.key()).size());
    }

    @Test
    void two_professionals_may_use_the_same_key() throws Exception {
        handOver(handedOver(), "key-1");

        var other = new Dossier("02A9999999", handedOver().versions());
        assertTrue(handOver(other, "key-1").isPresent());
    }

    @Test
    void nobody_finds_the_dossier_of_somebody_else() throws Exception {
        var number = handOver(handedOver(), "key-1").orElseThrow().receipt().number();

        assertTrue(store.find(number, caller.key()).isPresent());
        assertTrue(store.handedOver(number, caller.key()).isPresent());
        assertFalse(store.find(number, "02A9999999").isPresent());
        assertFalse(store.handedOver(number, "02A9999999").isPresent());
        assertEquals(List.of(), store.all("02A9999999"));
    }

    @Test
    void a_number_of_another_year_or_another_shape_finds_nothing() throws Exception {
        store.add(draft(), MANY);

        assertFalse(store.find("SF-2025-0000001", caller.key()).isPresent());
        assertFalse(store.find("1", caller.key()).isPresent());
        assertTrue(store.find("SF-2026-0000001", caller.key()).isPresent());
    }

    @Test
    void a_restart_keeps_dossiers_as_they_were_with_every_version() throws Exception {
        var handed = handedOver();
        handOver(handed, "key-1");
        var before = store.find("SF-2026-0000001", caller.key()).orElseThrow();
        var withdrawn = life.withdraw(
                life.confirm(
                        life.edit(
                                handed,
                                SampleDeclaration.flawless()
                                        .withText("/closesOn", "2026-12-31")
                                        .read(),
                                caller),
                        caller),
                caller,
                WithdrawalReason.CLOSED);
        store.replace(before, withdrawn);
        store.close();

        open();

        var after = store.find("SF-2026-0000001", caller.key()).orElseThrow();
        assertEquals(withdrawn, after.dossier());
        assertEquals(2, after.revision());
        var kept = store.handedOver("SF-2026-0000001", caller.key()).orElseThrow();
        assertEquals(List.of(WARNING), kept.findings());
    }

    @Test
    void who_saw_an_older_revision_changes_nothing() throws Exception {
        var before = store.add(draft(), MANY);
        var edited = life.edit(
                before.dossier(),
                SampleDeclaration.flawless().with("/hidden", null).read(),
                caller);
        store.replace(before, edited);

        var withdrawn = life.withdraw(before.dossier(), caller, WithdrawalReason.ERROR);
        assertThrows(DossierException.class, () -> store.replace(before, withdrawn));
        var late = life.handOver(edited, caller);
        assertThrows(
                DossierException.class, () -> store.replace(before, new NewHandOver(late, "key-1", List.of(WARNING))));

        var kept = store.find(before.number(), caller.key()).orElseThrow();
        assertEquals(edited, kept.dossier());
        assertTrue(store.underKey(caller.key(), "key-1").isEmpty());
    }

    @Test
    void threads_that_send_the_same_key_at_once_make_one_dossier() throws Exception {
        var threads = 8;
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var round = 0; round < 10; round++) {
                var start = new CyclicBarrier(threads);
                var key = "key-" + round;
                Callable<Boolean> send = () -> {
                    start.await(1, TimeUnit.MINUTES);
                    return handOver(handedOver(), key).isPresent();
                };
                var kept = new ArrayList<Boolean>();
                for (var answer : pool.invokeAll(Collections.nCopies(threads, send))) {
                    kept.add(answer.get());
                }

                assertEquals(1, kept.stream().filter(isNew -> isNew).count());
                assertEquals(round + 1, store.all(caller.key()).size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void nothing_is_left_of_a_hand_over_that_cannot_be_kept() throws Exception {
        var dossier = handedOver();

        var failure = assertThrows(
                StoreException.class, () -> store.take(List.of(new NewHandOver(dossier, "x".repeat(200), List.of()))));

        assertEquals(List.of(), store.all(caller.key()));
        assertTrue(handOver(dossier, "key-1").isPresent());
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("xxx"));
    }

    @Test
    void a_hand_over_may_have_thousands_of_findings() throws Exception {
        var finding = new Finding("V-TXT", Severity.W, "offers[0].products", "x".repeat(300), "x".repeat(300));
        var many = Collections.nCopies(4_000, finding);

        var handOver = List.of(new NewHandOver(handedOver(), "key-1", many));
        store.take(handOver);

        assertEquals(many, store.take(handOver).get(0).stored().findings());
    }

    @Test
    void the_newest_dossier_comes_first() throws Exception {
        store.add(draft(), MANY);
        store.add(draft(), MANY);

        var numbers =
                store.all(caller.key()).stream().map(StoredDossier::number).collect(Collectors.toList());

        assertEquals(List.of("SF-2026-0000002", "SF-2026-0000001"), numbers);
    }

    @Test
    void a_professional_has_no_more_drafts_than_allowed_and_another_one_has_room() throws Exception {
        store.add(draft(), 2);
        store.add(draft(), 2);

        assertThrows(DossierException.class, () -> store.add(draft(), 2));

        assertEquals(2, store.all(caller.key()).size());
        store.add(new Dossier("02A9999999", draft().versions()), 2);
    }

    @Test
    void what_was_handed_over_or_withdrawn_is_no_draft() throws Exception {
        handOver(handedOver(), "key-1");
        var kept = store.add(draft(), 1);
        store.replace(kept, life.withdraw(kept.dossier(), caller, WithdrawalReason.ERROR));
        var shown = store.find("SF-2026-0000001", caller.key()).orElseThrow();
        store.replace(shown, life.edit(shown.dossier(), draft().latest().content(), caller));

        store.add(draft(), 1);

        assertThrows(DossierException.class, () -> store.add(draft(), 1));
    }

    @Test
    void threads_that_begin_drafts_at_once_begin_no_more_than_allowed() throws Exception {
        var threads = 8;
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var start = new CyclicBarrier(threads);
            Callable<Boolean> begin = () -> {
                start.await(1, TimeUnit.MINUTES);
                try {
                    store.add(draft(), 3);
                    return true;
                } catch (DossierException e) {
                    return false;
                }
            };
            for (var answer : pool.invokeAll(Collections.nCopies(threads, begin))) {
                answer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(3, store.all(caller.key()).size());
    }

    @Test
    void a_path_with_settings_in_it_is_refused() {
        var file = folder.resolve("data;form");

        assertThrows(IllegalArgumentException.class, () -> DossierStore.open(file));
    }

    private Dossier draft() {
        try {
            return life.create(
                    SampleDeclaration.flawless()
                            .withText("/closesOn", "2026-12-31")
                            .read(),
                    caller);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Dossier handedOver() throws Exception {
        return life.handOver(draft(), caller);
    }

    private Optional<SubmittedDeclaration> handOver(Dossier dossier, String key) {
        var taken = store.take(List.of(new NewHandOver(dossier, key, List.of(WARNING))))
                .get(0);
        return Optional.of(taken).filter(result -> result.how() == How.NEW).map(IdempotentResult::stored);
    }
}
