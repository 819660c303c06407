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
        assertEquals(List.of(), form.seriousViolations());

        form.find(FIELD, "Téléphone de rendez-vous").fill("03 45 81 04 21");
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
    @Tag("long")
    void in_a_hand_the_form_is_not_cut(Browser browser) {
        begin();
        form.find(CHOICE, "RT-PCR").press();
        form.find(BUTTON, CONTINUE).press();
        var preview = form.address();

        browser.resize(360, 900);
        form.open(preview.resolve("edit?checked=1"));

        assertEquals(List.of(), form.hindrances());
        form.screenshot("declaration-in-hand");
    }

    @Test
    @Tag("long")
    void what_was_typed_when_the_session_had_ended_is_there_after_the_login() {
        begin();
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");
        form.find(CHOICE, "RT-PCR").press();
        lab.clock.advance(Duration.ofMinutes(31));

        form.find(BUTTON, CONTINUE).press();
        form.awaitText("Ce que vous avez saisi est gardé une heure");
        form.screenshot("session-over");
        form.find(LINK, "S'identifier avec PRO SANTE CONNECT").press();
        form.awaitText("avant la fin de votre session");

        assertTrue(form.find(CHOICE, "RT-PCR").isChosen());
        form.screenshot("declaration-given-back");
        form.find(BUTTON, CONTINUE).press();
        form.awaitText("Salle du fond");
    }

    @Test
    void the_language_changes_in_the_middle_of_the_form_and_enter_in_a_field_never_changes_it() {
        begin();
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");
        form.find(CHOICE, "RT-PCR").press();
        form.find(FIELD, "Informations complémentaires").fill("Trois lignes");

        form.find(BUTTON, "English").press();
        form.find(HEADING, "Your declaration").await();
        assertTrue(form.find(CHOICE, "RT-PCR").isChosen());
        form.screenshot("declaration-in-english");
        form.find(FIELD, "Telephone for appointments").fill("none");
        form.keyboard().press(ENTER);

        form.find(HEADING, "Corrections are needed").await();
        form.find(FIELD, "Telephone for appointments").fill("3975");
        form.find(BUTTON, "Check and continue").press();
        form.awaitText("Salle du fond");
        form.awaitText("Trois lignes");
        form.find(LINK, "Français").await();
    }

    @Test
    @Tag("long")
    void what_two_tabs_typed_is_both_there_and_the_person_chooses(Browser browser) {
        begin();
        var second = browser.tab("second").open(form.address());
        second.find(FIELD, "Complément d’adresse").fill("Au sous-sol");
        second.find(CHOICE, "antigénique").press();
        form.find(FIELD, "Complément d’adresse").fill("Salle du fond");
        form.find(BUTTON, "Vérifier et continuer").press();
        form.find(HEADING, "Des corrections sont nécessaires").await();

        second.find(BUTTON, "Vérifier et continuer").press();
        second.awaitText("Cette déclaration a été modifiée entre-temps");
        second.awaitText("Complément d’adresse Salle du fond");
        assertTrue(second.find(CHOICE, "antigénique").isChosen());
        assertEquals(List.of(), second.seriousViolations());
        second.screenshot("declaration-of-two-tabs");
        browser.resize(360, 900);
        assertEquals(List.of(), second.hindrances());
        browser.resize(1280, 900);
        second.find(BUTTON, "Enregistrer ma saisie").press();
        second.awaitNo("a été modifiée entre-temps");

        second.find(BUTTON, "Vérifier et continuer").press();
        second.awaitText("Au sous-sol");
    }

    @Test
    @Tag("long")
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

        assertEquals(2, form.find(LINK, "SF-").names().size());
        assertTrue(form.text().contains("V-URL"), form::text);
        assertEquals(List.of(), browser.complaints());
        browser.resize(360, 900);
        form.screenshot("import-report-in-hand");
    }

    private void begin() {
        form.find(CHOICE, "Dépistage").press();
        form.find(BUTTON, "Commencer la déclaration").press();
        form.find(HEADING, "Votre déclaration").await();
    }
}
