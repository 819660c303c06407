package io.github.pscsdk.example.desktop.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private static final NationalId PHARMACIST = new NationalId("899999100011");
    private static final NationalId DOCTOR = new NationalId("899999100029");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00.123456Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("6f1c0f5e-9d1b-4d8e-8f0a-0a7a5a1b2c3d");

    @TempDir
    private Path folder;

    private Outbox open() throws PscException {
        return Outbox.open(folder, CLOCK);
    }

    @Test
    void a_draft_and_a_hand_over_are_there_after_a_restart_as_they_were() throws Exception {
        var other = UUID.randomUUID();
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{\"é\":1}");
            outbox.of(PHARMACIST).keepDraft(other, "Tests", OutboxRequest.HAND_OVER, "{}");
            outbox.of(PHARMACIST).handOver(other, "{\"body\":true}");
        }

        try (var outbox = open()) {
            var items = outbox.of(PHARMACIST).items();
            assertEquals(2, items.size());
            assertTrue(items.contains(
                    OutboxItem.draft(ID, CLOCK.instant(), "Vaccination", OutboxRequest.HAND_OVER, "{\"é\":1}")));
            assertEquals(
                    "{\"body\":true}", outbox.of(PHARMACIST).waiting().get(0).body());
        }
    }

    @Test
    void another_professional_sees_nothing_of_it_and_sends_nothing_of_it() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
            outbox.of(PHARMACIST).handOver(ID, "{}");

            assertEquals(List.of(), outbox.of(DOCTOR).items());
            OutboxDelivery.run(outbox.of(DOCTOR), item -> {
                throw new AssertionError("sent");
            });
            assertEquals(1, outbox.of(PHARMACIST).waiting().size());
        }
    }

    @Test
    void the_same_identifier_in_another_case_is_the_same_professional() throws Exception {
        try (var outbox = open()) {
            outbox.of(new NationalId("02A1234567")).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");

            assertEquals(1, outbox.of(new NationalId("02a1234567")).items().size());
        }
    }

    @Test
    void what_waits_under_another_identifier_follows_the_person_and_is_nobody_elses() throws Exception {
        var former = new NationalId("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10");
        try (var outbox = open()) {
            outbox.of(former).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
            outbox.of(former).handOver(ID, "{}");

            assertEquals(1, outbox.of(PHARMACIST, former).waiting().size());

            assertEquals(List.of(), outbox.of(former).items());
        }
        try (var outbox = open()) {
            assertEquals(1, outbox.of(PHARMACIST).waiting().size());
        }
    }

    @Test
    void neither_what_is_declared_nor_who_declares_can_be_read_in_the_files_of_the_database() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(ID, "PHARMACIE IMAGINAIRE", OutboxRequest.HAND_OVER, "0100000001");
            outbox.of(PHARMACIST).handOver(ID, "PHARMACIE IMAGINAIRE 0100000001");
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

        assertEquals(DesktopProblem.OUTBOX_KEY_LOST, failure.problem());
        assertFalse(Files.exists(folder.resolve("outbox.key")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_key_of_another_outbox_is_told_and_changes_nothing(boolean hasEntries) throws Exception {
        var other = folder.resolve("other");
        Outbox.open(other, CLOCK).close();
        try (var outbox = open()) {
            if (hasEntries) {
                outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
            }
        }
        var key = Files.readAllBytes(folder.resolve("outbox.key"));
        Files.copy(other.resolve("outbox.key"), folder.resolve("outbox.key"), StandardCopyOption.REPLACE_EXISTING);

        var failure = assertThrows(PscException.class, this::open);

        assertEquals(DesktopProblem.OUTBOX_KEY_WRONG, failure.problem());
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

        assertEquals(DesktopProblem.OUTBOX_DATABASE_LOST, failure.problem());
        assertFalse(Files.exists(folder.resolve("outbox.mv.db")));
        Files.move(away, folder.resolve("outbox.mv.db"));
        open().close();
    }

    @Test
    void an_empty_database_in_the_place_of_the_one_that_was_made_is_told_too() throws Exception {
        open().close();
        Files.delete(folder.resolve("outbox.mv.db"));
        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("outbox")).close();

        assertEquals(
                DesktopProblem.OUTBOX_DATABASE_LOST,
                assertThrows(PscException.class, this::open).problem());
    }

    @Test
    void an_outbox_of_a_version_without_a_key_check_is_given_one_if_its_entries_open() throws Exception {
        var other = folder.resolve("other");
        Outbox.open(other, CLOCK).close();
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("outbox"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE key_check");
        }
        Files.delete(folder.resolve("outbox.made"));
        var key = Files.readAllBytes(folder.resolve("outbox.key"));
        Files.copy(other.resolve("outbox.key"), folder.resolve("outbox.key"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                DesktopProblem.OUTBOX_KEY_WRONG,
                assertThrows(PscException.class, this::open).problem());

        Files.write(folder.resolve("outbox.key"), key);

        try (var outbox = open()) {
            assertEquals(1, outbox.of(PHARMACIST).items().size());
        }
        assertTrue(Files.exists(folder.resolve("outbox.made")));
    }

    @Test
    void a_second_window_is_told_that_the_first_one_is_open() throws Exception {
        var first = open();

        var failure = assertThrows(PscException.class, this::open);
        first.close();

        assertEquals(DesktopProblem.OUTBOX_IN_USE, failure.problem());
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
            outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
        }
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("outbox"));
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(change));
        }

        try (var outbox = open()) {
            var professionalOutbox = outbox.of(PHARMACIST);
            if (change.contains("owner")) {
                assertEquals(List.of(), professionalOutbox.items());
            } else {
                assertEquals(
                        DesktopProblem.OUTBOX_UNUSABLE,
                        assertThrows(PscException.class, professionalOutbox::items)
                                .problem());
            }
        }
    }

    @Test
    void a_hand_over_that_waits_is_neither_rewritten_nor_thrown_away() throws Exception {
        try (var outbox = open()) {
            var professionalOutbox = outbox.of(PHARMACIST);
            professionalOutbox.keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");
            professionalOutbox.handOver(ID, "{\"first\":true}");

            professionalOutbox.keepDraft(ID, "Changed", OutboxRequest.HAND_OVER, "{}");
            professionalOutbox.discard(ID);

            assertEquals("{\"first\":true}", professionalOutbox.waiting().get(0).body());
            assertThrows(IllegalArgumentException.class, () -> professionalOutbox.handOver(ID, "{}"));
        }
    }

    @Test
    void a_draft_can_be_thrown_away() throws Exception {
        try (var outbox = open()) {
            outbox.of(PHARMACIST).keepDraft(ID, "Vaccination", OutboxRequest.HAND_OVER, "{}");

            outbox.of(PHARMACIST).discard(ID);

            assertEquals(List.of(), outbox.of(PHARMACIST).items());
        }
    }
}
