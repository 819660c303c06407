package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedClient;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckModelTest {
    @TempDir
    private Path folder;

    private final ScriptedClient client = new ScriptedClient("stub");
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Optional<Problem>> outcomes = new ArrayList<>();
    private Optional<Professional> person = Optional.empty();
    private final HealthCheckModel model =
            new HealthCheckModel(client, () -> person, new ModelThreads(Runnable::run, background::add));

    /** Finds something, with what no fact should hold. */
    private void look() {
        var facts = Map.of("host", "proxy.example", "account", "Pauline ESSAI");
        var finding = Diagnostic.of(WorkstationProblem.CONNECTION_REFUSED, Severity.BLOCKING)
                .with(facts);
        client.finds(Examination.of(Subject.NETWORK, List.of(finding), Duration.ZERO));
        model.examine();
        background.remove().run();
    }

    private void archives(Path file) {
        model.archive(file, Locale.FRENCH, outcomes::add);
        background.remove().run();
    }

    private static String text(Path zip, String entry) throws IOException {
        try (var file = new ZipFile(zip.toFile());
                var in = file.getInputStream(file.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_look_that_goes_on_is_enough() {
        model.examine();
        model.examine();

        assertEquals(1, background.size());
    }

    @Test
    void what_was_found_stays_until_more_is_known() {
        look();

        model.examine();

        assertEquals(1, model.diagnosis().orElseThrow().findings().size());
        assertTrue(model.isExamining());
    }

    @Test
    void a_look_that_meets_a_defect_ends_and_is_told() {
        client.breaks();

        model.examine();
        background.remove().run();

        assertFalse(model.isExamining());
        assertEquals(Optional.of(DesktopProblem.DEFECT), model.failure());
    }

    @Test
    void an_archive_conceals_who_is_logged_in() throws Exception {
        person = Optional.of(People.pharmacist());
        var file = folder.resolve("support.zip");
        look();

        archives(file);

        var found = text(file, "diagnosis.json");
        assertTrue(found.contains("WKS-011") && found.contains("proxy.example"), found);
        assertFalse(found.contains("ESSAI") || found.contains("Pauline"), found);
        assertTrue(text(file, "versions.txt").contains("practice-desktop"));
        assertEquals(List.of(Optional.empty()), outcomes);
    }

    @Test
    void where_nothing_can_be_written_says_so_and_the_next_try_counts() {
        look();

        archives(folder.resolve("nowhere").resolve("support.zip"));
        archives(folder.resolve("support.zip"));

        assertEquals(List.of(Optional.of(DesktopProblem.ARCHIVE_UNWRITABLE), Optional.empty()), outcomes);
    }
}
