package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
class JourneyIT {
    private static final int FORM = 0;
    private static final int HANDED_OVER = 1;
    private static final int OUTBOX = 2;
    private static final int IMPORT = 3;

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

    /** With a declaration that the receiver has. */
    private static Person handsOver(Person person) {
        logsIn(person).fillsIn().clicks("form.hand-over").opensTab(HANDED_OVER);
        return person.reads("handed.list", "SF-").seesNothingIn("handed.state");
    }

    @Test
    void a_declaration_is_filled_in_corrected_where_the_finding_stands_and_handed_over() throws Exception {
        try (var person = starts()) {
            person.sees("login.start").photographs("desktop-login");
            logsIn(person).opensTab(HANDED_OVER);
            assertEquals("", person.defaultButton(), "Enter presses nothing that is not shown");
            person.opensTab(FORM)
                    .clicks("form.next")
                    .clicks("offer.add.vaccination")
                    .clicks("form.next");

            person.clicks("offers[0].hours.monday.open")
                    .focuses("offers[0].hours.monday")
                    .types("offers[0].hours.monday", "8h30-12h, 14h-19h");
            person.clicks("offers[0].hours.tuesday.same").clicks("offers[0].hours.wednesday.open");
            assertEquals("8h30-12h, 14h-19h", person.value("offers[0].hours.tuesday"));
            person.readsAnywhere("Lundi et mardi de 8 h 30 à 12 h et de 14 h à 19 h.")
                    .readsAnywhere("Mercredi : heures à préciser.")
                    .photographs("desktop-hours");
            assertFalse(person.isShowing("offers[0].hours.tuesday.same"), "it has hours");
            person.clicks("form.next").sees("finding.offers[0].hours.wednesday").focuses("offers[0].hours.wednesday");
            assertEquals("offers[0].hours.wednesday.same", person.nextFrom("offers[0].hours.wednesday"));
            assertEquals("offers[0].hours.thursday.open", person.nextFrom("offers[0].hours.wednesday.same"));

            person.clicks("offers[0].hours.wednesday.same")
                    .clicks("form.next")
                    .clicks("offers[0].appointment.required")
                    .types("offers[0].phone", "doctolib")
                    .types("offers[0].details", "Sonner à l’interphone.")
                    .clicks("form.next");
            person.sees("finding.offers[0].phone").focuses("offers[0].phone").photographs("desktop-finding");
            assertEquals("form.next", person.defaultButton());
            person.clicks("step.check").sees("form.findings");
            assertFalse(person.isEnabled("form.hand-over"));
            assertEquals(0, lab.received());
            person.clicks("mend.offers[0].phone")
                    .focuses("offers[0].phone")
                    .types("offers[0].phone", "01 00 00 00 01")
                    .clicks("form.next")
                    .clicks("form.hand-over")
                    .opensTab(HANDED_OVER);
            person.reads("handed.list", "transmise");

            person.clicks("sign-out").sees("login.start");
            assertEquals("login.start", person.defaultButton());
            assertEquals(1, lab.received());
        }
    }

    @Test
    void what_was_handed_over_is_copied_elsewhere_confirmed_corrected_and_withdrawn() throws Exception {
        try (var person = starts()) {
            handsOver(person)
                    .clicks("handed.copy")
                    .sees("copy.value", "PHARMACIE")
                    .clicksFirst("copy.do");
            assertEquals(person.copied(), person.firstWords("copy.value"));

            person.clicks("handed.confirm").reads("handed.list", "confirmée le");
            assertEquals(1, lab.done(Kind.CONFIRMATION));

            person.clicks("handed.correct").sees("form.correcting").types("place.complement", "Par la cour.");
            assertFalse(person.isEditable("place.street"));
            person.clicks("step.check")
                    .clicks("form.hand-over")
                    .opensTab(HANDED_OVER)
                    .seesNothingIn("handed.state");
            assertEquals(1, lab.done(Kind.CORRECTION));

            person.clicksAndAnswers("handed.withdraw", "Ne pas retirer");
            assertEquals(0, lab.done(Kind.WITHDRAWAL));
            person.clicksAndAnswers("handed.withdraw", "Retirer\u00A0: lieu fermé")
                    .reads("handed.list", "retirée");
            assertFalse(person.isEnabled("handed.confirm"));
            assertFalse(person.isEnabled("handed.correct"));
            assertFalse(person.isEnabled("handed.withdraw"));
            assertEquals(1, lab.done(Kind.WITHDRAWAL));
            assertEquals(1, lab.done(Kind.HAND_OVER));

            person.clicks("handed.again").clicks("form.hand-over").opensTab(HANDED_OVER);
            person.seesNothingIn("handed.state");
            assertEquals(2, lab.done(Kind.HAND_OVER));

            assertEquals(2, person.windows());
            person.choosesInMenu("menu.lock").sees("locked");
            assertEquals(1, person.windows(), "nothing of it stays when the screen is locked");
        }
    }

    @Test
    void what_is_done_without_a_network_is_done_once_after_the_next_login() throws Exception {
        try (var person = starts()) {
            handsOver(person);
            lab.unplug();
            person.clicks("handed.confirm").reads("handed.list", "Confirmation de SF-");
            person.clicksAndAnswers("handed.withdraw", "Retirer\u00A0: fin d’activité");
            person.reads("handed.list", "Retrait de SF-").sees("tabs", "2 en attente");
            person.sees("handed.state", "Le serveur de votre logiciel");

            person.opensTab(FORM).clicks("step.check").clicks("form.hand-over").sees("tabs", "3 en attente");
            person.opensTab(OUTBOX).sees("outbox.state", "Le serveur de votre logiciel refuse");
        }
        assertEquals(1, lab.received());
        assertEquals(0, lab.done(Kind.WITHDRAWAL));
        lab.plugIn();

        try (var person = starts()) {
            logsIn(person).opensTab(HANDED_OVER);
            person.reads("handed.list", "retirée")
                    .reads("handed.list", "confirmée le")
                    .reads("handed.list", "transmise");
            person.opensTab(FORM).clicks("step.contact").sees("offers[0].details", "Sonner à l’interphone.");
            person.clicks("sign-out").sees("login.start");
        }
        assertEquals(1, lab.done(Kind.WITHDRAWAL));
        assertEquals(2, lab.done(Kind.HAND_OVER));
        assertEquals(2, lab.received());
    }

    @Test
    void a_published_file_is_read_then_its_rows_are_handed_over_or_corrected() throws Exception {
        var file = Files.writeString(folder.resolve("centres.csv"), """
                gid;nom;adr_num;adr_voie;com_cp;com_insee;com_nom;rdv;rdv_tel
                7;Salle des Songes;1;Rue des Essais;21850;21540;Ville-Test;f;0345810421
                8;Salle des Rêves;2;Rue des Essais;21850;21540;Ville-Test;f;doctolib
                9;Salle perdue;3;Rue des Essais;218;21540;Ville-Test;f;0345810421
                """);
        try (var person = starts()) {
            logsIn(person).opensTab(IMPORT).clicksAndNames("import.choose", file);
            person.sees("import.state", "rejetées\u00A0: 1").reads("import.list", "Ligne 4");
            assertEquals(0, lab.received());

            person.clicks("import.take-over").sees("import.state", "boîte d’envoi");
            assertFalse(person.isEnabled("import.take-over"));
            person.opensTab(HANDED_OVER)
                    .reads("handed.list", "Salle des Songes")
                    .seesNothingIn("handed.state");
            assertEquals(1, lab.received());
            person.opensTab(OUTBOX).reads("outbox.list", "Salle des Rêves").clicks("outbox.open");
            person.sees("finding.offers[0].phone");
        }
    }
}
