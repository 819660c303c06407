package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
class JourneyIT {
    private static final int HANDED_OVER = 1;
    private static final int OUTBOX = 2;

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.in(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private Person starts() throws Exception {
        return Person.starting(Settings.forQa(folder, lab, "cps>ecps; ecps; ecps/browser; stub"));
    }

    private static Person logsIn(Person person) {
        return person.chooses("means.stub").clicks("login.start").sees("session.who");
    }

    private static Person fillsIn(Person person) {
        return person.picks("field.kind", 1)
                .types("field.finess", "")
                .picks("field.appointment", 1)
                .types("week.text", "Lundi : 8h30-12h et 14h-19h | Mardi : 8h30-12h30 | Samedi : sur rendez-vous")
                .clicks("week.lay-out")
                .types("field.details", "Sonner à l’interphone.")
                .types("field.opens-on", "2026-03-02");
    }

    /** With a declaration that the receiver has. */
    private static Person handsOver(Person person) {
        fillsIn(logsIn(person)).clicks("form.hand-over").opensTab(HANDED_OVER);
        return person.reads("handed.list", "SF-").seesNothingIn("handed.outcome");
    }

    @Test
    void a_declaration_is_corrected_where_the_finding_stands_and_handed_over() throws Exception {
        try (var person = starts()) {
            person.sees("login.start").photographs("desktop-login");
            fillsIn(logsIn(person)).types("field.phone", "doctolib").clicks("form.hand-over");

            person.sees("finding.PHONE").scrollsTo("field.appointment").photographs("desktop-finding");
            assertEquals(0, lab.received());
            person.types("field.phone", "01 00 00 00 01")
                    .clicks("form.hand-over")
                    .opensTab(HANDED_OVER);
            person.reads("handed.list", "transmise").photographs("desktop-handed-over");

            person.clicks("sign-out").sees("login.start");
            assertEquals(1, lab.received());
        }
    }

    @Test
    void the_tabulator_leads_through_the_week_half_a_range_is_told_at_its_day_and_what_is_no_week_changes_nothing()
            throws Exception {
        try (var person = starts()) {
            logsIn(person);
            assertEquals("field.hours.monday.1", person.nextFrom("field.hours.monday.0"));
            assertEquals("field.hours.monday.remark", person.nextFrom("field.hours.monday.5"));
            assertEquals("field.hours.tuesday.0", person.nextFrom("field.hours.monday.remark"));
            assertEquals("week.text", person.nextFrom("field.hours.sunday.remark"));
            assertEquals("week.lay-out", person.nextFrom("week.text"));
            assertEquals("field.details", person.nextFrom("week.lay-out"));

            fillsIn(person)
                    .types("field.hours.tuesday.2", "14h")
                    .types("week.text", "tous les jours")
                    .clicks("week.lay-out")
                    .clicks("form.check");

            person.sees("finding.HOURS.TUESDAY").sees("finding.HOURS.SATURDAY").sees("week.outcome");
            person.scrollsTo("week.outcome").photographs("desktop-hours");
            assertEquals("08:30", person.value("field.hours.monday.0"));
            assertEquals("19:00", person.value("field.hours.monday.3"));
            assertEquals("sur rendez-vous", person.value("field.hours.saturday.remark"));

            person.types("field.hours.tuesday.3", "18h")
                    .clicks("form.hand-over")
                    .opensTab(HANDED_OVER);
            person.reads("handed.list", "transmise");
        }
    }

    @Test
    void what_was_handed_over_is_confirmed_corrected_and_withdrawn() throws Exception {
        try (var person = starts()) {
            handsOver(person).clicks("handed.confirm").reads("handed.list", "confirmée le");
            assertEquals(1, lab.done(Kind.CONFIRMATION));

            person.clicks("handed.correct").sees("form.correcting").types("field.details", "Entrée par la cour.");
            person.scrollsTo("form.correcting").photographs("desktop-correction");
            person.clicks("form.hand-over").opensTab(HANDED_OVER).seesNothingIn("handed.outcome");
            assertEquals(1, lab.done(Kind.CORRECTION));

            person.clicks("handed.withdraw").sees("withdrawal.reason");
            assertFalse(person.isEnabled("withdrawal.go"));
            person.picks("withdrawal.reason", 3).photographs("desktop-withdrawal");
            person.clicks("withdrawal.go").reads("handed.list", "retirée");
            assertFalse(person.isEnabled("handed.confirm"));
            assertFalse(person.isEnabled("handed.correct"));
            assertFalse(person.isEnabled("handed.withdraw"));
            assertEquals(1, lab.done(Kind.WITHDRAWAL));
            assertEquals(1, lab.done(Kind.HAND_OVER));
        }
    }

    @Test
    void what_is_handed_over_without_a_network_goes_out_once_after_the_next_login() throws Exception {
        try (var person = starts()) {
            fillsIn(logsIn(person));
            lab.unplug();
            person.clicks("form.hand-over").sees("tabs", "1 en attente").opensTab(OUTBOX);
            person.sees("outbox.state", "Le serveur de votre logiciel refuse").photographs("desktop-offline");
        }
        assertEquals(0, lab.received());
        lab.plugIn();

        try (var person = starts()) {
            logsIn(person).opensTab(HANDED_OVER);
            person.reads("handed.list", "SF-").clicks("sign-out").sees("login.start");
        }
        assertEquals(1, lab.received());
    }

    @Test
    void a_confirmation_and_a_withdrawal_without_a_network_are_done_once_after_the_next_login() throws Exception {
        try (var person = starts()) {
            handsOver(person);
            lab.unplug();
            person.clicks("handed.confirm").reads("handed.list", "Confirmation de SF-");
            person.clicks("handed.withdraw").picks("withdrawal.reason", 1).clicks("withdrawal.go");
            person.reads("handed.list", "Retrait de SF-").sees("tabs", "2 en attente");
            person.sees("handed.outcome", "Le serveur de votre logiciel").photographs("desktop-waiting");
        }
        assertEquals(0, lab.done(Kind.WITHDRAWAL));
        lab.plugIn();

        try (var person = starts()) {
            logsIn(person).opensTab(HANDED_OVER);
            person.reads("handed.list", "retirée").reads("handed.list", "confirmée le");
        }
        assertEquals(1, lab.done(Kind.WITHDRAWAL));
        assertEquals(1, lab.done(Kind.HAND_OVER));
    }
}
