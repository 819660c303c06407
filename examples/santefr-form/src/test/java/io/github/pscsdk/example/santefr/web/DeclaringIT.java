package io.github.pscsdk.example.santefr.web;

import static io.github.pscsdk.example.chromium.Key.ENTER;
import static io.github.pscsdk.example.chromium.Key.SPACE;
import static io.github.pscsdk.example.chromium.Role.BUTTON;
import static io.github.pscsdk.example.chromium.Role.CHOICE;
import static io.github.pscsdk.example.chromium.Role.FIELD;
import static io.github.pscsdk.example.chromium.Role.HEADING;
import static io.github.pscsdk.example.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.chromium.Browser;
import io.github.pscsdk.example.chromium.InChromium;
import io.github.pscsdk.example.chromium.Tab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration's whole life as a pharmacist sees it, in a real browser without help of any script. */
@InChromium
class DeclaringIT {
    private static final String CONTINUE = "Vérifier et continuer";

    @TempDir
    Path folder;

    private WebLab lab;
    private Tab form;

    @BeforeEach
    void logIn(Browser browser) throws Exception {
        lab = WebLab.open(folder);
        form = browser.open(lab.page("/login"));
        form.find(HEADING, "Vous êtes connecté(e)").await();
        form.find(LINK, "Déclarer une offre ou voir vos déclarations").press();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_declaration_is_begun_corrected_handed_over_edited_and_withdrawn(Browser browser) {
        begin();
        form.find(CHOICE, "antigénique").press();
        form.find(CHOICE, "Tout public").press();
        form.find(CHOICE, "Avec ou sans rendez-vous").press();
        form.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04");
        form.find(FIELD, "Horaires en un seul texte")
                .fill("lundi : 8h30-12h30 et 14h00-19h00 | mardi : 8h30-12h30 | samedi : 9h00-12h00");
        form.find(BUTTON, "Répartir le texte sur la semaine").press();
        form.find(HEADING, "Des corrections sont nécessaires").await();
        form.screenshot("declaration-hours");
        form.find(BUTTON, CONTINUE).press();
        form.awaitText("À corriger :");
        form.screenshot("declaration-to-correct");

        form.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04 21");
        form.find(FIELD, "Numéro FINESS du site").fill("");
        form.find(BUTTON, CONTINUE).press();
        form.find(HEADING, "Ce que le public verra").await();
        form.awaitText("08h30-12h30 et 14h00-19h00");
        form.screenshot("declaration-preview");
        form.find(BUTTON, "Transmettre").press();
        form.awaitText("cochez la case : rien n’a été transmis.");
        form.find(CHOICE, "Je confirme que cette déclaration est exacte.").press();
        form.find(BUTTON, "Transmettre").press();
        form.find(HEADING, "Récépissé").await();
        form.screenshot("declaration-receipt");

        form.find(LINK, "Voir la déclaration").press();
        form.awaitText("transmis");
        form.find(LINK, "Modifier").press();
        form.find(FIELD, "Téléphone de rendez-vous").fill("3975");
        form.find(BUTTON, CONTINUE).press();
        form.find(CHOICE, "Je confirme que cette déclaration est exacte.").press();
        form.find(BUTTON, "Transmettre").press();
        form.find(LINK, "Voir la déclaration").press();
        form.awaitText("3975");
        form.screenshot("declaration-shown");

        form.find(LINK, "Retirer").press();
        form.find(CHOICE, "fin d’activité").press();
        form.find(BUTTON, "Retirer définitivement").press();
        form.awaitText("La déclaration est retirée");
        form.find(LINK, "Historique").press();
        form.find(HEADING, "Version 3 retiré").await();
        form.find(LINK, "Mes déclarations").press();
        form.find(HEADING, "Vos déclarations").await();
        form.screenshot("declarations");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void the_summary_leads_to_the_field_and_the_way_needs_no_mouse() {
        form.keyboard().walkTo(CHOICE, "Vaccination").press(SPACE);
        form.keyboard().walkTo(BUTTON, "Commencer la déclaration").press(ENTER);
        form.find(HEADING, "Votre déclaration").await();
        form.keyboard()
                .walkTo(FIELD, "Téléphone de rendez-vous")
                .type("mon numéro")
                .press(ENTER);
        form.find(HEADING, "Des corrections sont nécessaires").await();

        form.keyboard()
                .walkTo(
                        LINK,
                        "Indiquez le numéro seul, sans texte : les précisions vont dans les informations complémentaires.")
                .press(ENTER);

        assertEquals("offers-0-phone", form.address().getFragment());
    }

    @Test
    void nothing_hinders_a_reader_on_a_desk_or_in_a_hand(Browser browser) {
        begin();
        var edit = form.address();
        var one = edit.resolve(edit.getPath().replace("/edit", ""));
        form.find(FIELD, "Numéro FINESS du site").fill("");
        form.find(CHOICE, "RT-PCR").press();
        form.find(BUTTON, CONTINUE).press();
        form.find(CHOICE, "Je confirme que cette déclaration est exacte.").press();
        form.find(BUTTON, "Transmettre").press();
        form.find(HEADING, "Récépissé").await();

        for (var width : List.of(1280, 360)) {
            browser.resize(width, 900);
            for (var page : List.of("", "/edit?checked=1", "/preview", "/receipt", "/withdraw", "/history")) {
                assertReadable(form.open(lab.page(one.getPath() + page)));
            }
            assertReadable(form.open(lab.page("/mine")));
            assertReadable(form.open(lab.page("/mine/SF-1999-0000001")));
        }
        form.open(lab.page(one.getPath() + "/edit?checked=1")).screenshot("declaration-in-hand");
    }

    private void begin() {
        form.find(CHOICE, "Dépistage").press();
        form.find(BUTTON, "Commencer la déclaration").press();
        form.find(HEADING, "Votre déclaration").await();
    }

    private static void assertReadable(Tab page) {
        assertEquals(List.of(), page.hindrances(), page::toString);
        assertEquals(List.of(), page.seriousViolations(), page::toString);
    }
}
