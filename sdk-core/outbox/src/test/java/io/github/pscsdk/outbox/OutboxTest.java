package io.github.pscsdk.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.internal.OutboxProblem;
import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private static final NationalId PHARMACIST = new NationalId("899999100011");
    private static final NationalId DOCTOR = new NationalId("899999100029");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00.123456Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("6f1c0f5e-9d1b-4d8e-8f0a-0a7a5a1b2c3d");
    private static final HandOver DRAFT = handOver("");
    private static final HandOver HAND_OVER = handOver("{}");

    @TempDir
    private Path folder;

    private Outbox open() throws PscException {
        return Outbox.open(folder, CLOCK);
    }

    private static HandOver handOver(String body) {
        return new HandOver(ID, "", "{\"é\":1}", body);
    }

    @Test
    void a_draft_and_a_hand_over_are_there_after_a_restart_as_they_were() throws Exception {
        var other = new HandOver(UUID.randomUUID(), "R-1", "{}", "{\"body\":true}");
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(DRAFT);
            outbox.of(PHARMACIST).keepDraft(other);
            outbox.of(PHARMACIST).handOver(List.of(other));
        }

        try (var outbox = open()) {
            assertEquals(
                    Set.of(
                            OutboxItem.of(DRAFT, Phase.DRAFT, CLOCK.instant()),
                            OutboxItem.of(other, Phase.WAITING, CLOCK.instant())),
                    Set.copyOf(outbox.of(PHARMACIST).items()));
        }
    }

    @Test
    void an_item_under_a_former_identifier_is_neither_written_again_nor_rewritten() throws Exception {
        try (var outbox = open()) {
            outbox.of(DOCTOR).handOver(List.of(HAND_OVER));
            var both = outbox.of(PHARMACIST, DOCTOR);

            both.keepDraft(DRAFT);
            assertThrows(IllegalArgumentException.class, () -> both.handOver(List.of(handOver("{\"other\":true}"))));

            assertEquals(List.of(OutboxItem.of(HAND_OVER, Phase.WAITING, CLOCK.instant())), both.items());
        }
    }

    @Test
    void a_draft_under_a_former_identifier_can_be_thrown_away() throws Exception {
        try (var outbox = open()) {
            outbox.of(DOCTOR).keepDraft(DRAFT);
            var both = outbox.of(PHARMACIST, DOCTOR);

            both.discard(ID);

            assertEquals(List.of(), both.items());
        }
    }

    private static final class AskedClock extends Clock {
        private final Callable<Boolean> whenAsked;

        private AskedClock(Callable<Boolean> whenAsked) {
            this.whenAsked = whenAsked;
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return CLOCK.withZone(zone);
        }

        @Override
        public Instant instant() {
            try {
                whenAsked.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return CLOCK.instant();
        }
    }

    /** The clock is asked between what is read and what is written: there the hand-over gets its chance. */
    @Test
    void a_draft_that_is_kept_meanwhile_takes_no_hand_over_back() throws Exception {
        var drafting = new CountDownLatch(1);
        var handedOver = new CountDownLatch(1);
        var meanwhile = Executors.newSingleThreadExecutor(task -> new Thread(task, "draft"));
        var clock = new AskedClock(() -> {
            if (Thread.currentThread().getName().equals("draft")) {
                drafting.countDown();
                handedOver.await(300, TimeUnit.MILLISECONDS);
            }
            return true;
        });
        try (var outbox = Outbox.open(folder, clock)) {
            var own = outbox.of(PHARMACIST);
            var draft = meanwhile.submit(() -> {
                own.keepDraft(DRAFT);
                return DRAFT;
            });
            Await.latch("the draft is being kept", drafting);
            own.handOver(List.of(HAND_OVER));
            handedOver.countDown();
            Await.result("the draft is kept", draft);

            assertEquals(Phase.WAITING, own.find(ID).orElseThrow().phase());
        } finally {
            meanwhile.shutdownNow();
        }
    }

    @Test
    void a_person_who_is_named_twice_keeps_all() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).handOver(List.of(HAND_OVER));

            assertEquals(1, outbox.of(PHARMACIST, PHARMACIST).items().size());
        }
    }

    @Test
    void under_both_identifiers_the_item_that_is_further_along_stays() throws Exception {
        var sent = new HandOver(UUID.randomUUID(), "", "{}", "{}");
        try (var outbox = open()) {
            outbox.of(DOCTOR).handOver(List.of(HAND_OVER, sent));
            outbox.of(PHARMACIST).keepDraft(DRAFT);
            outbox.of(DOCTOR)
                    .deliver(items -> items.stream()
                            .map(item -> item.equals(sent) ? item.received("") : item.failed(OutboxProblem.DISK_FAILED))
                            .toList());
            var own = new HandOver(UUID.randomUUID(), "", "{}", "{\"own\":true}");
            outbox.of(PHARMACIST).handOver(List.of(sent, own));
            outbox.of(DOCTOR).handOver(List.of(new HandOver(own.id(), "", "{}", "{}")));

            var both = outbox.of(PHARMACIST, DOCTOR);
            assertEquals(2, both.count(Phase.WAITING));
            assertEquals(Phase.RECEIVED, both.find(sent.id()).orElseThrow().phase());
            assertEquals(own, both.find(own.id()).orElseThrow().handOver());
            assertEquals(3, both.items().size());
        }
    }

    @Test
    void items_of_one_call_go_out_in_its_order_whatever_the_clock_says() throws Exception {
        var items = Stream.generate(() -> new HandOver(UUID.randomUUID(), "R-1", "", "{}"))
                .limit(20)
                .toList();
        var sent = new ArrayList<HandOver>();
        try (var outbox = Outbox.open(folder, Clock.offset(CLOCK, Duration.ofDays(1)))) {
            outbox.of(PHARMACIST).handOver(items.subList(0, 10));
        }
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(items.get(19));
            outbox.of(PHARMACIST).handOver(items.subList(10, 20));
            outbox.of(PHARMACIST).deliver(one -> {
                sent.addAll(one);
                return one.stream().map(item -> item.received("")).toList();
            });
        }

        assertEquals(items, sent);
    }

    @Test
    void a_caller_who_is_interrupted_keeps_what_they_hand_over_and_the_outbox_is_whole() throws Exception {
        try (var outbox = open()) {
            Thread.currentThread().interrupt();
            outbox.of(PHARMACIST).handOver(List.of(HAND_OVER));

            assertEquals(1, outbox.of(PHARMACIST).count(Phase.WAITING));
        } finally {
            assertTrue(Thread.interrupted(), "the caller is interrupted still");
        }

        try (var outbox = open()) {
            assertEquals(HAND_OVER, outbox.of(PHARMACIST).find(ID).orElseThrow().handOver());
        }
    }

    @Test
    void nothing_is_opened_again_after_the_end() throws Exception {
        var outbox = open();
        outbox.close();

        assertThrows(IllegalStateException.class, () -> outbox.of(PHARMACIST).items());
        open().close();
    }

    @Test
    void the_largest_item_and_answer_are_kept_and_a_larger_answer_is_left_out() throws Exception {
        var most = "€".repeat(HandOver.MOST_CHARACTERS);
        var largest = new HandOver(ID, "", most, most);
        var other = new HandOver(UUID.randomUUID(), "", "", "");
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            own.handOver(List.of(largest, other));
            own.deliver(items -> items.stream()
                    .map(item -> item.received(item.equals(largest) ? most : most + "€"))
                    .toList());

            assertEquals(largest, own.find(ID).orElseThrow().handOver());
            assertEquals(most, own.find(ID).orElseThrow().answer());
            assertEquals("", own.find(other.id()).orElseThrow().answer());
        }
        assertThrows(IllegalArgumentException.class, () -> handOver(most + "€"));
        assertThrows(IllegalArgumentException.class, () -> new HandOver(ID, "", most + "€", ""));
        assertThrows(IllegalArgumentException.class, () -> new HandOver(ID, "€".repeat(1001), "", ""));
    }

    @Test
    void one_call_has_no_two_contents_of_one_id() throws Exception {
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);

            assertThrows(
                    IllegalArgumentException.class,
                    () -> own.handOver(List.of(HAND_OVER, handOver("{\"other\":true}"))));
            own.handOver(List.of(HAND_OVER, HAND_OVER));

            assertEquals(1, own.items().size());
        }
    }

    @Test
    void hand_overs_are_kept_all_or_none() throws Exception {
        var others = Stream.generate(() -> new HandOver(UUID.randomUUID(), "", "", "{}"))
                .limit(250)
                .toList();
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            own.handOver(List.of(HAND_OVER));
            var mixed = new ArrayList<>(others);
            mixed.add(handOver("{\"other\":true}"));

            assertThrows(IllegalArgumentException.class, () -> own.handOver(mixed));
            assertEquals(1, own.items().size());

            own.handOver(others);
            own.handOver(others);
            assertEquals(251, own.items().size());
            assertEquals(251, own.count(Phase.WAITING));
        }
    }

    @Test
    void two_professionals_may_hand_the_same_over_each_in_their_own_name() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).handOver(List.of(HAND_OVER));
            outbox.of(DOCTOR).handOver(List.of(HAND_OVER));
            outbox.of(DOCTOR).deliver(items -> List.of(items.get(0).received("")));

            assertEquals(1, outbox.of(DOCTOR).count(Phase.RECEIVED));
            assertEquals(1, outbox.of(PHARMACIST).count(Phase.WAITING));
        }
    }

    @Test
    void another_professional_sees_nothing_of_it_and_sends_nothing_of_it() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(DRAFT);
            outbox.of(PHARMACIST).handOver(List.of(HAND_OVER));

            assertEquals(List.of(), outbox.of(DOCTOR).items());
            outbox.of(DOCTOR).deliver(items -> {
                throw new AssertionError("sent");
            });
            assertEquals(1, outbox.of(PHARMACIST).count(Phase.WAITING));
        }
    }

    @Test
    void the_same_identifier_in_another_case_is_the_same_professional() throws Exception {
        try (var outbox = open()) {
            outbox.of(new NationalId("02A1234567")).keepDraft(DRAFT);

            assertEquals(1, outbox.of(new NationalId("02a1234567")).items().size());
        }
    }

    @Test
    void what_waits_under_another_identifier_follows_the_person_and_is_nobody_elses() throws Exception {
        var former = new NationalId("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10");
        try (var outbox = open()) {
            outbox.of(former).keepDraft(DRAFT);
            outbox.of(former).handOver(List.of(HAND_OVER));

            assertEquals(1, outbox.of(PHARMACIST, former).count(Phase.WAITING));

            assertEquals(List.of(), outbox.of(former).items());
        }
        try (var outbox = open()) {
            assertEquals(1, outbox.of(PHARMACIST).count(Phase.WAITING));
        }
    }

    @Test
    void neither_what_is_declared_nor_who_declares_can_be_read_in_the_files_of_the_database() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(new HandOver(ID, "0100000001", "PHARMACIE IMAGINAIRE", ""));
            outbox.of(PHARMACIST).handOver(List.of(handOver("PHARMACIE IMAGINAIRE 0100000001")));
        }

        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("IMAGINAIRE"), file::toString);
                assertFalse(text.contains("0100000001"), file::toString);
                assertFalse(text.contains(PHARMACIST.value()), file::toString);
            }
        }
    }

    @Test
    void nobody_else_may_read_the_key_nor_the_folder() throws Exception {
        var data = folder.resolve("data");
        Outbox.open(data, CLOCK).close();

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("outbox.key"))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    @Test
    void a_lost_key_is_told_and_not_replaced() throws Exception {
        open().close();
        Files.delete(folder.resolve("outbox.key"));

        var failure = assertThrows(PscException.class, this::open);

        assertEquals(OutboxProblem.KEY_LOST, failure.problem());
        assertFalse(Files.exists(folder.resolve("outbox.key")));
    }

    @Test
    void a_start_that_did_not_come_to_its_end_goes_on_with_its_key_and_draws_none_beside_what_was_sealed()
            throws Exception {
        open().close();
        var key = Files.readAllBytes(folder.resolve("outbox.key"));
        Files.delete(folder.resolve("outbox.made"));
        Files.delete(folder.resolve("outbox.mv.db"));

        open().close();

        assertArrayEquals(key, Files.readAllBytes(folder.resolve("outbox.key")));
        Files.delete(folder.resolve("outbox.made"));
        Files.delete(folder.resolve("outbox.key"));
        assertEquals(
                OutboxProblem.KEY_LOST,
                assertThrows(PscException.class, this::open).problem());
        assertFalse(Files.exists(folder.resolve("outbox.key")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void a_key_file_that_was_cut_or_written_to_is_no_key(int length) throws Exception {
        open().close();
        var file = folder.resolve("outbox.key");
        var key = Arrays.copyOf(Files.readAllBytes(file), length);
        Files.write(file, key);

        var failure = assertThrows(PscException.class, this::open);

        assertEquals(OutboxProblem.KEY_LOST, failure.problem());
        assertArrayEquals(key, Files.readAllBytes(file));
    }

    @Test
    void a_process_that_does_not_hold_the_database_draws_no_key() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("outbox"));
                var statement = other.createStatement()) {
            statement.execute("SET EXCLUSIVE 1");

            assertEquals(
                    OutboxProblem.IN_USE,
                    assertThrows(PscException.class, this::open).problem());
        }

        assertFalse(Files.exists(folder.resolve("outbox.key")));
        open().close();
    }

    @RepeatedTest(10)
    void of_two_first_starts_at_once_the_one_that_succeeds_finds_its_items_again() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Boolean> start = () -> {
            together.await();
            try (var outbox = open()) {
                outbox.of(PHARMACIST).keepDraft(DRAFT);
                together.await();
                return true;
            } catch (PscException e) {
                together.await();
                assertEquals(OutboxProblem.IN_USE, e.problem());
                return false;
            }
        };
        var starts = Executors.newFixedThreadPool(2);
        try {
            var one = starts.submit(start);
            var other = starts.submit(start);
            assertNotEquals(Await.result("one has started", one), Await.result("the other has started", other));
        } finally {
            starts.shutdownNow();
        }

        try (var outbox = open()) {
            assertEquals(1, outbox.of(PHARMACIST).items().size());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_key_of_another_outbox_is_told_and_changes_nothing(boolean hasEntries) throws Exception {
        var other = folder.resolve("other");
        Outbox.open(other, CLOCK).close();
        try (var outbox = open()) {
            if (hasEntries) {
                outbox.of(PHARMACIST).keepDraft(DRAFT);
            }
        }
        var key = Files.readAllBytes(folder.resolve("outbox.key"));
        Files.copy(other.resolve("outbox.key"), folder.resolve("outbox.key"), StandardCopyOption.REPLACE_EXISTING);

        var failure = assertThrows(PscException.class, this::open);

        assertEquals(OutboxProblem.KEY_WRONG, failure.problem());
        Files.write(folder.resolve("outbox.key"), key);
        try (var outbox = open()) {
            assertEquals(hasEntries ? 1 : 0, outbox.of(PHARMACIST).items().size());
        }
    }

    @Test
    void a_database_that_is_gone_is_told_and_no_other_one_made() throws Exception {
        open().close();
        var away = Files.move(folder.resolve("outbox.mv.db"), folder.resolve("away"));

        var failure = assertThrows(PscException.class, this::open);

        assertEquals(OutboxProblem.DATABASE_LOST, failure.problem());
        assertFalse(Files.exists(folder.resolve("outbox.mv.db")));
        Files.move(away, folder.resolve("outbox.mv.db"));
        open().close();
    }

    @Test
    void an_empty_database_in_the_place_of_the_one_that_was_made_is_told_too() throws Exception {
        open().close();
        Files.delete(folder.resolve("outbox.mv.db"));
        DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("outbox")).close();

        assertEquals(
                OutboxProblem.DATABASE_LOST,
                assertThrows(PscException.class, this::open).problem());

        Files.delete(folder.resolve("outbox.key"));
        assertThrows(PscException.class, this::open);
        assertFalse(Files.exists(folder.resolve("outbox.key")), "no key is drawn for it");
    }

    @Test
    void a_seal_that_somebody_cut_is_none_of_the_key() throws Exception {
        open().close();
        change("UPDATE seal SET sealed = X'00'");

        assertEquals(
                OutboxProblem.KEY_WRONG,
                assertThrows(PscException.class, this::open).problem());
    }

    @Test
    void a_folder_whose_name_h2_would_read_as_settings_is_refused() {
        var failure =
                assertThrows(PscException.class, () -> Outbox.open(folder.resolve("data;INIT=SELECT 1 --"), CLOCK));

        assertEquals(OutboxProblem.UNUSABLE, failure.problem());
        assertTrue(failure.getMessage().endsWith("the path of the folder holds a semicolon"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void an_outbox_of_another_version_is_told_and_left_as_it_is(int version) throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(DRAFT);
        }
        change("UPDATE seal SET version = " + version);

        assertEquals(
                OutboxProblem.OTHER_VERSION,
                assertThrows(PscException.class, this::open).problem());

        change("UPDATE seal SET version = " + ItemText.VERSION);
        try (var outbox = open()) {
            assertEquals(1, outbox.of(PHARMACIST).items().size());
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("outbox"));
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    @Test
    void a_second_window_is_told_that_the_first_one_is_open() throws Exception {
        var first = open();

        var failure = assertThrows(PscException.class, this::open);
        first.close();

        assertEquals(OutboxProblem.IN_USE, failure.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE item SET phase = 'WAITING'",
                "UPDATE item SET owner = REPEAT('0', 64)",
                "UPDATE item SET since = since - INTERVAL '1' DAY",
                "UPDATE item SET id = RANDOM_UUID()",
                "UPDATE item SET sealed = X'00'"
            })
    void an_entry_that_somebody_changed_is_not_used(String change) throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(DRAFT);
        }
        change(change);

        try (var outbox = open()) {
            var professionalOutbox = outbox.of(PHARMACIST);
            if (change.contains("owner")) {
                assertEquals(List.of(), professionalOutbox.items());
            } else {
                assertEquals(
                        OutboxProblem.UNUSABLE,
                        assertThrows(PscException.class, professionalOutbox::items)
                                .problem());
            }
        }
    }

    @Test
    void a_hand_over_that_waits_is_neither_rewritten_nor_thrown_away() throws Exception {
        try (var outbox = open()) {
            var own = outbox.of(PHARMACIST);
            own.handOver(List.of(HAND_OVER));

            own.keepDraft(new HandOver(ID, "", "changed", ""));
            own.discard(ID);

            assertEquals(HAND_OVER, own.items().get(0).handOver());
        }
    }

    @Test
    void a_draft_can_be_changed_and_thrown_away() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(new HandOver(ID, "", "first", ""));
            outbox.of(PHARMACIST).keepDraft(DRAFT);
            assertEquals(DRAFT, outbox.of(PHARMACIST).find(ID).orElseThrow().handOver());

            outbox.of(PHARMACIST).discard(ID);

            assertEquals(List.of(), outbox.of(PHARMACIST).items());
        }
    }
}
