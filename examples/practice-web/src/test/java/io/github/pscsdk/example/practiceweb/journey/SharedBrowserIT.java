package io.github.pscsdk.example.practiceweb.journey;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.PromptRule;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, one after the other, at one browser and the packaged application. */
@InChromium
class SharedBrowserIT {
    private static final String DOCTOR = "899999100029";
    private static final String NURSE = "899999100037";
    private static final String TYPED = "Derrière le rideau vert";
    private static final Pattern NUMBER = Pattern.compile("choisissez ce nombre : (\\d\\d)");

    @TempDir
    private Path folder;

    @Test
    void the_next_person_is_asked_and_finds_nothing_of_the_former_who_did_not_log_out(Browser browser)
            throws Exception {
        try (var practice = PackagedPractice.start(folder)) {
            practice.simulator().dials().turn(Dial.PROMPT, PromptRule.ANYBODY);
            var left = logIn(practice, browser, "left", DOCTOR);
            left.find(CHOICE, "CABINET FICTIF DES ESSAIS").press();
            left.find(BUTTON, "Continuer").press();
            left.find(FIELD, "Précisions").fill(TYPED);

            var theirs = logIn(practice, browser, "theirs", NURSE);

            assertTrue(theirs.text().contains(NURSE), theirs::text);
            assertFalse(theirs.text().contains(DOCTOR), theirs::text);
            left.find(BUTTON, "Vérifier").press();
            left.find(HEADING, "Demande refusée").await();
            left.open(practice.page("/declaration"));
            assertFalse(left.text().contains(TYPED), left::text);
            assertTrue(left.open(practice.page("/me")).text().contains(NURSE), left::text);
        }
    }

    private static Tab logIn(PackagedPractice practice, Browser browser, String tab, String nationalId) {
        var page = browser.tab(tab).open(practice.page("/psc/login"));
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
}
