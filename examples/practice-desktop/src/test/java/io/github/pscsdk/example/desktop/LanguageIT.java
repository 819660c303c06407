package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each window is open when the language changes, and no word of the other one is left in it. */
@OnDisplay
class LanguageIT {
    private static final int FORM = 0;
    private static final int HANDED_OVER = 1;
    private static final int OUTBOX = 2;
    private static final int IMPORT = 3;

    /** What is the same in both languages: names of people and places, of things, numbers, codes. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "[^\\p{L}]+|[A-Z -]+|(3 )?place DU .*|75000? .*|8h30-12h|(4. )?Contact|Latitude|Longitude"
                    + "|Comirnaty.*|Covid-19|Janssen|Nuvaxovid|Spikevax|Vaxzevria|PHARMACIE .*|PRO SANTE CONNECT|Session|SIRET|FINESS|RT-PCR|.*FICTIVE-MORTIER"
                    + "|Ordre (des|national) .*|Agence régionale .*|Vaccination\\.?|Dates|Information|Code( :|:) .*|https?://.*");

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.in(folder, builder -> builder.interactive());
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private Person starts() throws Exception {
        return Person.starting(Settings.forQa(folder, lab, "cps>ecps; ecps; ecps/browser; stub"));
    }

    /** Changes to English and back. */
    private static void speaksBoth(Person person, int fewest) {
        speaksBoth(person, fewest, () -> {});
    }

    /** @param opening opens what closes when the language changes */
    private static void speaksBoth(Person person, int fewest, Runnable opening) {
        opening.run();
        var french = person.words();
        person.choosesInMenu("menu.language");
        opening.run();
        var english = person.words();
        assertTrue(french.size() >= fewest, () -> "only " + french);
        var left = new TreeSet<>(french);
        left.retainAll(english);
        left.removeIf(words -> NO_WORDS.matcher(words).matches());
        assertEquals(new TreeSet<>(), left, () -> "in English as in French, of " + english);
        person.choosesInMenu("menu.language");
    }

    private Person logsIn(Person person) {
        person.chooses("means.stub").clicks("login.start").sees("login.digits");
        settle(PendingRequest.Outcome.APPROVED);
        return person.sees("session.who");
    }

    private void settle(PendingRequest.Outcome outcome) {
        assertTrue(lab.simulator().settle(lab.simulator().pending().get(0).id(), outcome));
    }

    @Test
    void the_login_its_question_its_progress_and_its_failure() throws Exception {
        try (var person = starts()) {
            speaksBoth(person.sees("login.start"), 10);

            person.chooses("means.ecps").clicks("login.start").types("who.field", "99999100012");
            speaksBoth(person, 8);

            person.types("who.field", "99999100011").clicks("who.go").sees("login.digits");
            speaksBoth(person, 8);

            settle(PendingRequest.Outcome.REFUSED);
            speaksBoth(person.sees("remedy.title").sees("login.start").photographs("desktop-refused"), 12);
        }
    }

    @Test
    void the_form_with_its_findings_what_was_handed_over_the_outbox_and_the_locked_screen() throws Exception {
        try (var person = starts()) {
            logsIn(person);
            speaksBoth(person.sees("form.next"), 40);
            speaksBoth(
                    person.types("place.postcode", "7500").clicks("form.next").sees("finding.place.postcode"), 42);
            speaksBoth(
                    person.types("place.postcode", "75000")
                            .clicks("form.next")
                            .clicks("offer.add.vaccination")
                            .clicks("more.offers[0].consultation"),
                    50);
            person.clicks("form.next")
                    .clicks("offers[0].hours.monday.open")
                    .types("offers[0].hours.monday", "8h30-12h");
            speaksBoth(person.clicks("more.offers[0].hoursText").sees("offers[0].hours.tuesday.same"), 45);
            person.clicks("form.next").clicks("offers[0].appointment.required");
            speaksBoth(person.clicks("more.opensOn").clicks("more.offers[0].secondPhone"), 50);
            speaksBoth(person.clicks("step.check").sees("form.findings"), 40);

            person.clicks("step.contact")
                    .types("offers[0].phone", "01 00 00 00 01")
                    .clicks("form.next");
            person.clicks("form.hand-over").opensTab(HANDED_OVER).reads("handed.list", "SF-");
            speaksBoth(person, 20, () -> person.opensTab(HANDED_OVER));

            lab.unplug();
            person.opensTab(HANDED_OVER).clicks("handed.confirm").reads("handed.list", "WKS-011");
            speaksBoth(person, 20, () -> person.opensTab(HANDED_OVER));
            person.opensTab(FORM).types("place.complement", "Par la cour.").clicks("form.save");
            person.opensTab(OUTBOX).reads("outbox.list", "brouillon");
            speaksBoth(person, 15, () -> person.opensTab(OUTBOX));
            person.opensTab(IMPORT)
                    .clicksAndNames(
                            "import.choose", Files.writeString(folder.resolve("other.csv"), "nom;ville\nSalle;\n"));
            person.sees("import.state", "Ligne 1, il manque");
            speaksBoth(person, 12, () -> person.opensTab(IMPORT));

            person.choosesInMenu("menu.lock").sees("locked");
            speaksBoth(person, 6);
        }
    }

    @Test
    void the_guide_and_the_check_of_the_workstation() throws Exception {
        try (var person = starts()) {
            speaksBoth(
                    person,
                    20,
                    () -> person.choosesInMenu("menu.guide")
                            .clicks("guide.choice.elsewhere")
                            .sees("guide.back"));
            speaksBoth(
                    person,
                    30,
                    () -> person.choosesInMenu("menu.guide")
                            .clicks("guide.choice.yes")
                            .clicks("guide.choice.no_card")
                            .clicks("guide.choice.fail")
                            .clicks("guide.choice.update_contact")
                            .sees("guide.contact"));

            lab.unplug();
            speaksBoth(person, 40, () -> person.choosesInMenu("menu.doctor").sees("health-check.cause"));
            assertEquals(1, person.windows());
        }
    }
}
