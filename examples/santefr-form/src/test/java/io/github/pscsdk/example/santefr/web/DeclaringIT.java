package io.github.pscsdk.example.santefr.web;

import static io.github.pscsdk.testkit.chromium.Key.ENTER;
import static io.github.pscsdk.testkit.chromium.Key.SPACE;
import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration's whole life as a pharmacist sees it, in a real browser without help of any script. */
@InChromium
class DeclaringIT {
    private static final String CONTINUE = "Continuer";

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
        look(browser, "declaration-place");
        next("Que proposez-vous, et à qui ?");
        form.find(CHOICE, "antigénique").press();
        form.find(CHOICE, "Tout public").press();
        look(browser, "declaration-offer");
        next("Quand recevez-vous le public ?");
        form.find(BUTTON, "du lundi au vendredi 9h-12h et 14h-19h").press();
        form.awaitText("Du lundi au vendredi de 9 h à 12 h et de 14 h à 19 h.");
        form.find(CHOICE, "Samedi").press();
        form.find(BUTTON, CONTINUE).press();
        form.find(HEADING, "Une réponse à revoir").await();
        look(browser, "declaration-hours");
        form.find(FIELD, "Heures du Samedi").fill("9h-midi");
        form.awaitText("Samedi de 9 h à 12 h.");
        next("Comment vous joindre ?");
        form.find(CHOICE, "Avec ou sans rendez-vous").press();
        form.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04");
        form.find(BUTTON, CONTINUE).press();
        form.find(HEADING, "Une réponse à revoir").await();
        look(browser, "declaration-to-correct");
        form.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04 21");
        next("Tout est juste ?");
        form.awaitText("Samedi de 9 h à 12 h.");
        look(browser, "declaration-check");
        form.find(BUTTON, "Transmettre la déclaration").press();
        form.find(HEADING, "Déclaration transmise").await();
        look(browser, "declaration-receipt");
        form.find(LINK, "Feuille à recopier").press();
        form.find(BUTTON, "Copier : Nom du lieu").press();
        form.awaitText("1 sur");
        look(browser, "declaration-copy-sheet");
        form.find(LINK, "Voir la déclaration").press();
        form.find(LINK, "Corriger").press();
        next("Comment vous joindre ?");
        form.find(FIELD, "Téléphone de rendez-vous").fill("3975");
        next("Tout est juste ?");
        form.find(BUTTON, "Transmettre la déclaration").press();
        form.find(LINK, "Voir la déclaration").press();
        form.awaitText("3975");
        look(browser, "declaration-shown");

        form.find(LINK, "Retirer").press();
        form.find(CHOICE, "fin d’activité").press();
        form.find(BUTTON, "Retirer définitivement").press();
        form.awaitText("La déclaration est retirée");
        form.find(LINK, "Historique").press();
        form.find(HEADING, "Version 3 retirée").await();
        form.find(LINK, "Mes déclarations").press();
        form.find(HEADING, "Nouvelle déclaration").await();
        look(browser, "declarations");
        assertEquals(List.of(), browser.complaints());
    }

    /** Pictures on a wide screen and in a hand, and dark colours that can be read; all else is EveryPageIT's. */
    private void look(Browser browser, String picture) {
        form.screenshot(picture);
        browser.prefer(true);
        assertEquals(List.of(), form.seriousViolations());
        browser.resize(390, 844);
        form.screenshot(picture + "-in-hand");
        browser.prefer(false);
        browser.resize(1280, 900);
    }

    private void next(String question) {
        form.find(BUTTON, CONTINUE).press();
        form.find(HEADING, question).await();
    }

    @Test
    void the_summary_leads_to_the_field_and_the_way_needs_no_mouse() {
        form.keyboard().walkTo(CHOICE, "Vaccination").press(SPACE);
        form.keyboard().walkTo(BUTTON, "Commencer la déclaration").press(ENTER);
        form.find(HEADING, "Où recevez-vous le public ?").await();
        form.keyboard().walkTo(FIELD, "Code postal").type("x").press(ENTER);
        form.find(HEADING, "Une réponse à revoir").await();

        form.keyboard()
                .walkTo(LINK, "Code postal : Un code postal a 5 chiffres. Corrigez-le.")
                .press(ENTER);

        assertEquals("place-postcode", form.address().getFragment());
    }

    @Test
    @Tag("long")
    void what_was_typed_when_the_session_had_ended_is_there_after_the_login() {
        begin();
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");
        lab.clock.advance(Duration.ofMinutes(31));

        form.find(BUTTON, CONTINUE).press();
        form.awaitText("Ce que vous avez saisi est gardé une heure");
        form.screenshot("session-over");
        form.find(LINK, "S'identifier avec PRO SANTE CONNECT").press();
        form.awaitText("avant la fin de votre session");

        form.screenshot("declaration-given-back");
        form.find(BUTTON, CONTINUE).press();
        form.awaitText("Salle du fond");
    }

    @Test
    void the_language_changes_in_the_middle_of_the_form_and_enter_in_a_field_never_changes_it() {
        begin();
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");

        form.find(BUTTON, "English").press();
        form.find(HEADING, "Where do you receive the public?").await();
        form.screenshot("declaration-in-english");
        form.find(FIELD, "Postcode").fill("none");
        form.keyboard().press(ENTER);

        form.find(HEADING, "One answer to look at again").await();
        form.find(FIELD, "Postcode").fill("21000");
        form.find(BUTTON, "Continue").press();
        form.awaitText("Salle du fond");
        form.find(BUTTON, "Français").await();
    }

    @Test
    @Tag("long")
    void what_two_tabs_typed_is_both_there_and_the_person_chooses(Browser browser) {
        begin();
        var second = browser.tab("second").open(form.address());
        second.find(FIELD, "Complément d’adresse").fill("Au sous-sol");
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");
        next("Que proposez-vous, et à qui ?");

        second.find(BUTTON, CONTINUE).press();
        second.awaitText("Cette déclaration a été modifiée entre-temps");
        second.awaitText("Complément d’adresse Salle du fond");
        assertEquals(List.of(), second.seriousViolations());
        second.screenshot("declaration-of-two-tabs");
        browser.resize(360, 900);
        assertEquals(List.of(), second.hindrances());
        browser.resize(1280, 900);
        second.find(BUTTON, "Enregistrer ma saisie").press();
        second.awaitNo("a été modifiée entre-temps");
        second.awaitText("Au sous-sol");
    }

    @Test
    void a_published_file_becomes_drafts_and_a_report(@TempDir Path downloads, Browser browser) throws Exception {
        var rows = Files.writeString(downloads.resolve("centres-vaccination.csv"), """
                gid;nom;adr_num;adr_voie;com_cp;com_insee;com_nom;rdv_tel;rdv_site_web
                101;Centre de la Halle;3;rue du Banc;21850;21540;Ville;3975;https://www.exemple.fr
                102;Maison des Essais;8;rue du Banc;21850;21540;Ville;;doctolib
                103;Salle des Fêtes;1;place du Marché;21850;21540;Ville;03 45 81 04 21;
                """);
        form.find(LINK, "Importer un fichier publié").press();
        form.find(HEADING, "Importer un fichier publié").await();
        form.screenshot("import");

        form.find(FIELD, "Fichier CSV").fill(rows.toString());
        form.find(BUTTON, "Importer").press();
        form.find(HEADING, "Compte rendu de l’import").await();
        form.screenshot("import-report");

        assertEquals(3, form.find(LINK, "SF-").names().size());
        assertTrue(form.text().contains("V-URL"), form::text);
        assertEquals(List.of(), browser.complaints());
        browser.resize(360, 900);
        form.screenshot("import-report-in-hand");
    }

    private void begin() {
        form.find(CHOICE, "Dépistage").press();
        form.find(BUTTON, "Commencer la déclaration").press();
        form.find(HEADING, "Où recevez-vous le public ?").await();
    }
}
