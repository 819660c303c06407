package io.github.pscsdk.example.santefr.web;

import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login guide as somebody walks it whose e-CPS cannot be activated, in a real browser without help of any script. */
@InChromium
class GuideIT {
    @Test
    void from_the_connection_page_answers_lead_to_whom_to_turn_to(@TempDir Path folder, Browser browser)
            throws Exception {
        try (var lab = WebLab.open(folder)) {
            var guide = browser.open(lab.page("/"));
            guide.find(LINK, "La connexion ne fonctionne pas").press();
            guide.find(HEADING, "Êtes-vous professionnel de santé libéral").await();
            guide.find(LINK, "Oui").press();
            guide.find(LINK, "Je n’ai pas de carte").press();
            guide.find(HEADING, "Activez l’e-CPS sans carte.").await();
            guide.find(LINK, "L’activation a échoué").press();
            guide.find(LINK, "Mettre à jour mes coordonnées").press();
            guide.find(HEADING, "Faites mettre à jour vos coordonnées.").await();
            guide.awaitText("Ordre national des pharmaciens (adresse inconnue)");
            guide.screenshot("guide");

            guide.find(LINK, "Reprendre au début du guide").press();
            guide.find(HEADING, "Êtes-vous professionnel de santé libéral").await();
            assertEquals(List.of(), browser.complaints());
        }
    }
}
