package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormModelTest {
    private final VirtualClock clock = VirtualClock.standing();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ScriptedSession session;
    private OutboxModel entries;
    private FormModel form;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
        begin(People.pharmacist());
    }

    private void begin(Professional professional) {
        session = new ScriptedSession(professional, clock.instant().plus(Duration.ofHours(1)));
        entries = new OutboxModel(
                outbox.of(professional.nationalId()),
                new SantefrReceiver(session),
                new ModelThreads(Runnable::run, Runnable::run));
        form = new FormModel(professional, entries);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private List<String> places() {
        return form.findings().stream().map(Finding::field).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PLACE, place.postcode, 7500",
        "HOURS, offers[0].hours.monday, 25h-26h",
        "CONTACT, offers[0].phone, doctolib",
        "CONTACT, closesOn, 2026-03-01"
    })
    void each_step_but_the_one_with_an_error_leads_on(FormStep wrong, String path, String value) {
        form.change(before -> Sheets.complete(path, value));

        for (var step : List.of(FormStep.PLACE, FormStep.OFFER, FormStep.HOURS, FormStep.CONTACT)) {
            form.go(step);
            form.next();

            assertEquals(step == wrong ? step : step.next(), form.step());
            assertEquals(
                    step == wrong ? List.of(path) : form.step() == FormStep.CHECK ? List.of(path) : List.of(),
                    places());
        }
    }

    @Test
    void hours_that_are_a_guess_are_accepted_with_one_press_and_checked_again() {
        form.change(before -> Sheets.complete("offers[0].hours.monday", "9h/12h-14h/18h"));
        form.go(FormStep.HOURS);
        form.go(FormStep.CHECK);
        assertEquals(List.of("offers[0].hours.monday"), places());

        form.accept(DeclarationForm.at("offers[0].hours.monday", form.content()).orElseThrow());

        assertEquals(
                "09h00-12h00 et 14h00-18h00",
                form.content().offers().get(0).hours().get(DayOfWeek.MONDAY));
        assertEquals(List.of(), places());
    }

    @Test
    void what_the_receiver_rejects_opens_where_it_is_corrected_and_is_another_entry() {
        form.change(before -> Sheets.complete());
        session.refuses(422, "{\"findings\":[{\"field\":\"offers[0].hours.sunday\",\"severity\":\"E\"}]}");
        form.handOver();

        form.open(entries.items().get(0));

        assertEquals(FormStep.HOURS, form.step());
        assertEquals(List.of("offers[0].hours.sunday"), places());
        assertEquals(Sheets.complete(), form.content());
        form.handOver();
        assertEquals(2, entries.items().size());
    }

    @Test
    void the_answers_of_the_last_declaration_come_in_while_nothing_is_typed_and_never_after() {
        form.change(before -> Sheets.complete());
        form.handOver();

        assertEquals("Sonner à l'interphone", Sheets.value(form, Sheets.DETAILS));
        assertEquals("", Sheets.value(form, "opensOn"), "the dates were those of the former one");
        Sheets.type(form, Sheets.DETAILS, "");
        entries.deliver();
        assertEquals("", Sheets.value(form, Sheets.DETAILS));
    }

    @Test
    void a_blank_form_is_still_blank_after_the_next_login() {
        var before = form;
        begin(People.pharmacist());
        form.resume(before);
        var typing = new FormModel(People.pharmacist(), entries);
        typing.change(blank -> Sheets.complete());

        typing.handOver();

        assertEquals("Sonner à l'interphone", Sheets.value(form, Sheets.DETAILS));
    }

    @Test
    void a_correction_keeps_its_place_and_after_a_withdrawal_the_same_is_a_new_declaration() {
        form.change(before -> Sheets.complete());
        form.handOver();

        form.again(entries.handedOver().get(0));
        assertEquals(Optional.of("R-1"), form.corrected());
        assertEquals(FormStep.CHECK, form.step());
        DeclarationForm.fields(form.content())
                .forEach(field -> assertEquals(field.is(Mark.IDENTITY), form.isFixed(field)));

        entries.withdraw(entries.handedOver().get(0), WithdrawalReason.CLOSED);
        form.again(entries.handedOver().get(0));
        assertEquals(Optional.empty(), form.corrected());
        form.handOver();
        assertEquals(FormModel.Outcome.HANDED_OVER, form.outcome());
    }

    @Test
    void a_hidden_place_stays_hidden_in_the_next_declaration_and_in_one_that_is_done_again() {
        form.change(before -> Sheets.complete("hidden", "t"));
        form.handOver();
        assertEquals("t", Sheets.value(form, "hidden"));

        entries.withdraw(entries.handedOver().get(0), WithdrawalReason.CLOSED);
        form.again(entries.handedOver().get(0));

        assertEquals("t", Sheets.value(form, "hidden"));
    }

    @Test
    void what_the_directory_knows_is_filled_in_only_where_the_rules_take_it() {
        begin(People.pharmacistOfWrongNumbers());

        assertEquals("VILLE-TEST", Sheets.value(form, "place.town"));
        assertEquals("place DU MARCHE INVENTE", Sheets.value(form, "place.street"));
        assertEquals("", Sheets.value(form, "place.postcode"));
    }

    @Test
    void whoever_may_not_declare_is_told_why_and_hands_nothing_over() {
        assertEquals(Optional.empty(), form.rights().refusal());

        begin(People.withoutPlace());
        form.change(before -> Sheets.complete());

        assertTrue(form.rights().refusal().isPresent());
        form.handOver();
        assertEquals(FormModel.Outcome.NONE, form.outcome());
    }

    @Test
    void a_draft_comes_back_as_it_was_whatever_was_typed() {
        form.change(before -> Sheets.complete());
        for (var field : DeclarationForm.fields(form.content())) {
            form.type(field, List.of("<" + field.path() + ">"));
        }
        var typed = form.content();
        form.keep();
        form.anew();

        form.open(entries.items().get(0));

        assertEquals(typed, form.content());
        var fields = DeclarationForm.fields(typed);
        fields.forEach(field -> assertEquals(
                List.of("<" + field.path() + ">"),
                FieldValues.of(form.content(), fields).all(field)));
    }
}
