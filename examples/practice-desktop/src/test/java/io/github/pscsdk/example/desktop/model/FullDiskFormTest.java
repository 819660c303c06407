package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.example.desktop.model.FormModel.Outcome;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.testkit.support.FullDisk;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form above a disk that is full at times. */
class FullDiskFormTest {
    private static final int DECLARATIONS = 30;

    private final VirtualClock clock = VirtualClock.standing();
    private final FullDisk disk = FullDisk.empty();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final ScriptedSession session =
            new ScriptedSession(People.pharmacistOfTwo(), clock.instant().plus(Duration.ofHours(1)));

    @TempDir
    private Path folder;

    private Outbox outbox;
    private OutboxModel entries;
    private FormModel form;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
        session.fails(new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route"));
        entries = new OutboxModel(
                outbox.of(session.professional().nationalId()),
                new SantefrReceiver(session),
                new ModelThreads(Runnable::run, background::add));
        form = new FormModel(session.professional(), entries);
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
        disk.close();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private Declaration fillsIn(String details) {
        form.change(before -> Sheets.complete(Sheets.DETAILS, details));
        return form.content();
    }

    @Test
    void nothing_is_told_before_it_is_on_the_disk() {
        var sheet = fillsIn("Par la cour.");

        form.handOver();
        assertEquals(Outcome.NONE, form.outcome());
        assertEquals(sheet, form.content());
        work();

        assertEquals(Outcome.HANDED_OVER, form.outcome());
        assertEquals("", Sheets.value(form, Sheets.DETAILS));
        assertEquals(1, entries.waiting());

        fillsIn("Par la cour.");
        form.keep();
        assertEquals(Outcome.NONE, form.outcome());
        work();
        assertEquals(Outcome.SAVED, form.outcome());
    }

    @Test
    void on_a_full_disk_each_declaration_is_in_the_outbox_or_still_in_the_form_and_the_window_says_so()
            throws Exception {
        var told = new ArrayList<String>();
        var failed = 0;
        disk.fillUp(Files.size(folder.resolve("outbox.mv.db")) + 60_000);
        for (var i = 0; i < DECLARATIONS; i++) {
            var details = i + UUID.randomUUID().toString().repeat(12);
            var sheet = fillsIn(details);
            form.handOver();
            work();
            if (form.outcome() == Outcome.HANDED_OVER) {
                told.add(details);
                assertEquals("", Sheets.value(form, Sheets.DETAILS));
            } else {
                failed++;
                assertEquals(Optional.of("OUT-005"), form.failure().map(Problem::code));
                assertEquals(sheet, form.content());
            }
        }
        assertTrue(failed > 0 && !told.isEmpty(), failed + " failed, told " + told.size());

        disk.tidyUp();
        fillsIn("Il y a de la place.");
        form.handOver();
        work();

        assertEquals(Outcome.HANDED_OVER, form.outcome());
        assertEquals(Optional.empty(), form.failure());
        var kept = entries.items().stream()
                .map(item -> DeclarationDocument.canonical(item.content()))
                .toList();
        assertEquals(
                List.of(),
                told.stream()
                        .filter(details -> kept.stream().noneMatch(draft -> draft.contains(details)))
                        .toList());
    }

    @Test
    void a_draft_that_cannot_be_kept_stays_in_the_form_whatever_else_is_to_be_shown() {
        disk.fillUp(1);
        var sheet = fillsIn("Par la cour.");
        var left = new ArrayList<String>();
        for (Runnable button : List.<Runnable>of(
                form::keep,
                form::anew,
                () -> form.choose(form.places().get(1)),
                () -> form.leave(() -> left.add("again")))) {
            button.run();
            work();
            assertEquals(sheet, form.content());
        }
        assertEquals(Optional.of("OUT-005"), form.failure().map(Problem::code));
        assertEquals(List.of("again"), left, "whoever was told may leave all the same");

        disk.tidyUp();
        form.anew();
        work();

        assertEquals("", Sheets.value(form, Sheets.DETAILS));
        assertTrue(
                DeclarationDocument.canonical(entries.items().get(0).content()).contains("Par la cour."));
    }

    @Test
    void whoever_was_not_told_does_not_leave_what_is_not_kept() {
        disk.fillUp(1);
        fillsIn("Par la cour.");
        var left = new ArrayList<String>();

        form.leave(() -> left.add("at once"));
        work();

        assertEquals(List.of(), left);
        disk.tidyUp();
        form.keep();
        work();
        form.leave(() -> left.add("kept"));
        assertEquals(List.of("kept"), left);
    }

    @Test
    void a_hand_over_that_was_told_as_failed_and_kept_all_the_same_goes_out_once() {
        fillsIn("Par la cour.");
        disk.breakForce();
        form.handOver();
        work();
        assertEquals(Optional.of("OUT-005"), form.failure().map(Problem::code));

        disk.tidyUp();
        form.handOver();
        work();

        assertEquals(Outcome.HANDED_OVER, form.outcome());
        assertEquals(1, entries.items().size());
        assertEquals(1, entries.waiting());
    }

    @Test
    void what_is_changed_after_such_a_failure_is_another_entry() {
        fillsIn("Par la cour.");
        disk.breakForce();
        form.handOver();
        work();

        disk.tidyUp();
        Sheets.type(form, Sheets.DETAILS, "Par le jardin.");
        form.handOver();
        work();

        assertEquals(Outcome.HANDED_OVER, form.outcome());
        assertTrue(entries.items().stream()
                .anyMatch(item -> item.item().handOver().body().contains("Par le jardin.")));
        assertEquals(2, entries.items().size());
    }

    @Test
    void what_is_changed_after_such_a_failure_and_the_next_login_is_another_entry() {
        fillsIn("Par la cour.");
        disk.breakForce();
        form.handOver();
        work();
        disk.tidyUp();
        var before = form;
        form = new FormModel(session.professional(), entries);

        form.resume(before);
        assertGoesOnAsAnotherEntry();
    }

    @Test
    void after_the_next_login_the_form_still_says_that_nothing_is_kept() {
        disk.fillUp(1);
        fillsIn("Par la cour.");
        form.keep();
        work();
        var before = form;
        form = new FormModel(session.professional(), entries);

        form.resume(before);

        assertEquals(Optional.of("OUT-005"), form.failure().map(Problem::code));
    }

    private void assertGoesOnAsAnotherEntry() {
        Sheets.type(form, Sheets.DETAILS, "Par le jardin.");
        form.handOver();
        work();

        assertEquals(Outcome.HANDED_OVER, form.outcome());
        assertEquals(2, entries.items().size());
    }

    @Test
    void a_draft_that_is_opened_while_its_hand_over_is_being_kept_goes_on_as_another_entry() {
        fillsIn("Par la cour.");
        form.keep();
        work();
        form.handOver();

        form.open(entries.items().get(0));
        assertGoesOnAsAnotherEntry();
    }

    @Test
    void what_is_typed_while_a_hand_over_is_being_kept_is_not_lost() {
        fillsIn("Par la cour.");
        form.handOver();
        Sheets.type(form, Sheets.DETAILS, "Par le jardin.");
        work();

        assertEquals("Par le jardin.", Sheets.value(form, Sheets.DETAILS));
        form.keep();
        work();
        assertEquals(2, entries.items().size());
    }
}
