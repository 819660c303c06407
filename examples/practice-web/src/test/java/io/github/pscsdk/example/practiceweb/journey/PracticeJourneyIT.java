package io.github.pscsdk.example.practiceweb.journey;

import static io.github.pscsdk.testkit.chromium.Key.ENTER;
import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A doctor and the packaged application: from the button to the logout, and with somebody else at the same browser.
 * That no page hinders anybody is EveryPageIT's.
 */
@InChromium
class PracticeJourneyIT {
    private static final String DOCTOR = "899999100029";
    private static final String NURSE = "899999100037";
    private static final String TYPED = "Derrière le rideau vert";
    private static final Pattern NUMBER = Pattern.compile("choisissez ce nombre : (\\d\\d)");

    @TempDir
    private static Path folder;

    private static PackagedPractice practice;

    @BeforeAll
    static void start() throws Exception {
        practice = PackagedPractice.start(folder);
    }

    @AfterEach
    void reset() {
        practice.simulator().resetDials();
    }

    @AfterAll
    static void stop() throws Exception {
        practice.close();
    }

    private static Tab logIn(Browser browser, String tab, String nationalId) {
        return answer(browser, browser.tab(tab).open(practice.page("/psc/login")), nationalId);
    }

    private static Tab answer(Browser browser, Tab page, String nationalId) {
        page.find(CHOICE, "e-CPS").press();
        page.find(FIELD, "Identifiant national").fill(nationalId);
        page.find(BUTTON, "Continuer").press();
        page.awaitText("choisissez ce nombre :");
        var number =
                NUMBER.matcher(page.text()).results().findFirst().orElseThrow().group(1);
        var phone = browser.tab("phone").open(URI.create(practice.simulator().pages() + "/phone"));
        phone.find(BUTTON, "Choisir " + number).press();
        page.find(HEADING, "Vous êtes connecté(e)").await();
        return page;
    }

    @Test
    void a_doctor_connects_chooses_a_place_corrects_a_finding_hands_over_and_signs_out(Browser browser)
            throws Exception {
        var page = browser.open(practice.page("/"));
        page.find(LINK, PscButton.LABEL).press();
        answer(browser, page, DOCTOR);

        page.awaitText("Où exercez-vous en ce moment ?");
        page.find(CHOICE, "CABINET FICTIF DES ESSAIS").press();
        page.find(BUTTON, "Continuer").press();

        page.find(HEADING, "Votre déclaration").await();
        page.find(CHOICE, "Dépistage").press();
        page.find(CHOICE, "antigénique").press();
        page.find(CHOICE, "Lundi").press();
        page.find(FIELD, "Heures du lundi").fill("8h30-12h et 14h-18h");
        page.find(BUTTON, "Mardi : Comme lundi").press();
        page.find(CHOICE, "Sur rendez-vous uniquement").press();
        page.find(FIELD, "Téléphone de rendez-vous").fill("cabinet@exemple.fr");
        page.find(BUTTON, "English").press();
        page.find(HEADING, "Your declaration").await();
        assertTrue(page.find(CHOICE, "Screening tests").isChosen());
        page.find(BUTTON, "Français").press();
        page.find(HEADING, "Votre déclaration").await();
        page.find(BUTTON, "Vérifier").press();

        page.find(HEADING, "Une réponse à revoir").await();
        page.screenshot("practice-finding");
        page.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04 21");
        page.keyboard().walkTo(FIELD, "Téléphone de rendez-vous").press(ENTER);

        page.find(HEADING, "Vérifiez avant de remettre").await();
        page.awaitText("03 45 81 04 21");
        page.awaitText("Lundi et mardi de 8 h 30 à 12 h et de 14 h à 18 h.");
        page.find(BUTTON, "Remettre la déclaration").press();

        page.find(HEADING, "Votre déclaration est remise").await();
        page.awaitText("Santé.fr ne l’a pas reçue.");
        page.find(BUTTON, "Se déconnecter").press();

        page.find(HEADING, "Vous êtes déconnecté(e)").await();
        assertEquals(1, browser.complaints().size(), "only that the status of the finding was 422");
        assertTrue(browser.requests().stream().allMatch(uri -> uri.getHost().equals("127.0.0.1")));
        assertFalse(practice.log().contains(DOCTOR));
    }

    /** In Chromium; PersonSwapTest does it without. */
    @Test
    @Tag("long")
    void the_next_person_is_asked_and_finds_nothing_of_the_former_who_did_not_log_out(Browser browser) {
        practice.simulator().turn("prompt", "ANYBODY");
        var left = logIn(browser, "left", DOCTOR);
        left.find(CHOICE, "CABINET FICTIF DES ESSAIS").press();
        left.find(BUTTON, "Continuer").press();
        left.find(FIELD, "Informations complémentaires (publiques)").fill(TYPED);

        var theirs = logIn(browser, "theirs", NURSE);

        assertTrue(theirs.text().contains(NURSE), theirs::text);
        assertFalse(theirs.text().contains(DOCTOR), theirs::text);
        left.find(BUTTON, "Vérifier").press();
        left.find(HEADING, "Demande refusée").await();
        left.open(practice.page("/declaration"));
        assertFalse(left.text().contains(TYPED), left::text);
        assertTrue(left.open(practice.page("/me")).text().contains(NURSE), left::text);
    }
}
