package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportArchiveTest {
    @TempDir
    private Path folder;

    private final List<Optional<Problem>> outcomes = new ArrayList<>();
    private Optional<Professional> person = Optional.empty();
    private final SupportArchive archive =
            new SupportArchive(() -> person, new ModelThreads(Runnable::run, Runnable::run));

    /** With what no fact should hold. */
    private static Diagnosis diagnosis() {
        var facts = Map.of("host", "proxy.example", "account", "Pauline ESSAI");
        var finding = Diagnostic.of(WorkstationProblem.CONNECTION_REFUSED, Severity.BLOCKING)
                .with(facts);
        return new Diagnosis(
                Instant.EPOCH,
                Duration.ZERO,
                List.of(Examination.of(Subject.NETWORK, List.of(finding), Duration.ZERO)),
                List.of());
    }

    private static String text(Path zip, String entry) throws IOException {
        try (var file = new ZipFile(zip.toFile());
                var in = file.getInputStream(file.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoever_is_logged_in_is_concealed() throws Exception {
        person = Optional.of(People.pharmacist());
        var file = folder.resolve("support.zip");

        archive.write(diagnosis(), file, Locale.FRENCH, outcomes::add);

        var found = text(file, "diagnosis.json");
        assertTrue(found.contains("WKS-011") && found.contains("proxy.example"), found);
        assertFalse(found.contains("ESSAI") || found.contains("Pauline"), found);
        assertTrue(text(file, "versions.txt").contains("practice-desktop"));
        assertEquals(List.of(Optional.empty()), outcomes);
    }

    @Test
    void where_nothing_can_be_written_says_so_and_the_next_try_counts() {
        archive.write(diagnosis(), folder.resolve("nowhere").resolve("support.zip"), Locale.FRENCH, outcomes::add);
        archive.write(diagnosis(), folder.resolve("support.zip"), Locale.FRENCH, outcomes::add);

        assertEquals(List.of(Optional.of(DesktopProblem.ARCHIVE_UNWRITABLE), Optional.empty()), outcomes);
    }
}
