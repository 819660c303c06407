package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginTicket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeFileTest {
    private static final LoginTicket TICKET = new LoginTicket("psc1.YSBsb2dpbtsroRQ");

    private final Shown shown = new Shown();

    @TempDir
    private Path folder;

    private Path file;
    private ResumeFile kept;

    private static LoginProgress report(Optional<LoginTicket> ticket) {
        return new LoginProgress(
                Step.CONFIRM_ON_DEVICE, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MAX, ticket);
    }

    @BeforeEach
    void begin() {
        file = folder.resolve("pending");
        kept = new ResumeFile(file, shown.screen());
    }

    @Test
    void a_pending_login_is_found_again() {
        kept.keep(report(Optional.of(TICKET)));

        assertEquals(Optional.of(TICKET), new ResumeFile(file, shown.screen()).left());
    }

    @Test
    void nobody_else_may_read_it() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

        kept.keep(report(Optional.of(TICKET)));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nothing_is_written_for_a_step_without_a_ticket() {
        kept.keep(report(Optional.empty()));

        assertFalse(Files.exists(file));
        assertEquals(Optional.empty(), kept.left());
    }

    @Test
    void after_the_login_nothing_is_left_in_the_folder() throws Exception {
        kept.keep(report(Optional.of(TICKET)));

        kept.drop();

        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void a_damaged_file_is_said_to_be_of_no_use_and_a_new_login_begins() throws Exception {
        Files.writeString(file, TICKET.value().substring(0, 8));

        assertEquals(Optional.empty(), kept.left());
        assertTrue(shown.toString().contains("a new one begins"), shown::toString);
    }

    @Test
    void a_file_that_cannot_be_written_is_said_to_the_person() {
        new ResumeFile(folder.resolve("absent").resolve("pending"), shown.screen()).keep(report(Optional.of(TICKET)));

        assertTrue(shown.toString().contains("cannot be written"), shown::toString);
    }
}
