package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Key.ENTER;
import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static io.github.pscsdk.testkit.chromium.Role.ROW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.lab.demo.RunningSimulation;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the form's connection page to Pro Santé Connect and back, with {@code psc-lab simulate --interactive} of the packaged jar. */
@InChromium
class WebJourneyIT {
    @TempDir
    private static Path folder;

    private static RunningSimulation simulation;

    private URI connection;
    private Person person;

    @BeforeAll
    static void start() throws Exception {
        simulation = RunningSimulation.interactive(folder);
    }

    @AfterAll
    static void stop() {
        simulation.close();
    }

    @BeforeEach
    void sitDown(Browser browser) {
        connection = simulation.address("connection");
        person = new Person(browser, simulation.address("pages"));
    }

    private Tab atConnectionPage() {
        var form = person.browser().open(connection);
        form.find(HEADING, "Espace des professionnels de santé").await();
        return form;
    }

    private static void connect(Tab form) {
        form.find(LINK, PscButton.LABEL).press();
    }

    private void confirmOnPhone(Tab login) {
        var number = Person.number(login);
        person.phone().find(BUTTON, "Choisir " + number).press();
    }

    private void assertLoggedIn(Tab form) {
        form.awaitSite(connection);
        form.find(HEADING, "Vous êtes connecté(e)").await();
    }

    @Test
    void a_pharmacist_logs_in_with_the_phone_and_reads_who_they_are_and_where_they_work(Browser browser) {
        var form = atConnectionPage().screenshot("connection");

        connect(form);
        Person.askForPhone(form, Person.PHARMACIST);
        confirmOnPhone(form);

        assertLoggedIn(form);
        form.screenshot("logged-in");
        form.awaitText("FICTIVE-MORTIER");
        form.awaitText("Moyen de connexion e-CPS");
        form.awaitText("Numéro RPPS 99999100011");
        form.awaitText("PHARMACIE DU BANC D'ESSAI");
        form.awaitText("FINESS 000999037");
        assertEquals(List.of(), browser.complaints());
        assertTrue(browser.requests().stream().allMatch(uri -> uri.getHost().equals("127.0.0.1")));
    }

    @Test
    void a_doctor_logs_in_with_the_card_and_reads_both_places_of_work() {
        var form = atConnectionPage();

        connect(form);
        Person.askForCard(form, Person.DOCTOR);
        Person.typeCode(person.reader(), "1234");

        assertLoggedIn(form);
        form.awaitText("FICTIF-DESSAI");
        form.awaitText("Moyen de connexion Carte CPS");
        form.awaitText("CABINET FICTIF DES ESSAIS");
        form.awaitText("HOPITAL IMAGINAIRE");
    }

    @Test
    void whoever_refuses_on_the_phone_is_told_so_and_may_begin_again() {
        var form = atConnectionPage();
        connect(form);
        Person.askForPhone(form, Person.PHARMACIST);
        Person.number(form);

        person.phone().find(BUTTON, "Refuser").press();
        form.find(LINK, "Revenir au service").press();

        form.awaitSite(connection);
        form.awaitText("Code à donner à l’assistance : PSC-001");
        form.find(HEADING, "Recommencer").await();
        connect(form);
        Person.askForPhone(form, Person.PHARMACIST);
        confirmOnPhone(form);
        assertLoggedIn(form);
    }

    @Test
    void whoever_logs_out_is_out_here_and_at_pro_sante_connect() {
        var form = atConnectionPage();
        connect(form);
        Person.askForPhone(form, Person.NURSE);
        confirmOnPhone(form);
        assertLoggedIn(form);
        var session = person.cockpit()
                .find(ROW, "OSWALDINE MIRABELLINE FICTIVE-TOURNEE")
                .await();

        form.find(BUTTON, "Se déconnecter").press();

        form.find(HEADING, "Vous êtes déconnecté(e)").await();
        session.awaitGone();
        form.open(connection.resolve("/me")).awaitText("Connectez-vous pour voir cette page.");
        assertFalse(form.text().contains("FICTIVE-TOURNEE"));
    }

    @Test
    void the_whole_way_needs_no_mouse() {
        var form = atConnectionPage();

        form.keyboard().walkTo(LINK, PscButton.LABEL).press(ENTER);
        form.keyboard()
                .walkTo(FIELD, "Identifiant national")
                .type(Person.PHARMACIST)
                .press(ENTER);
        var number = Person.number(form);
        person.phone().keyboard().walkTo(BUTTON, "Choisir " + number).press(ENTER);
        assertLoggedIn(form);
        form.keyboard().walkTo(BUTTON, "Se déconnecter").press(ENTER);

        form.find(HEADING, "Vous êtes déconnecté(e)").await();
    }

    @Test
    void nothing_hinders_a_reader_of_the_form_on_a_desk_or_in_a_hand(Browser browser) {
        for (var width : List.of(1280, 360)) {
            browser.resize(width, 900);
            var form = atConnectionPage();
            assertReadable(form);
            connect(form);
            Person.askForPhone(form, Person.DOCTOR);
            confirmOnPhone(form);
            assertLoggedIn(form);
            assertReadable(form);
            form.find(BUTTON, "Se déconnecter").press();
            form.find(HEADING, "Vous êtes déconnecté(e)").await();
            assertReadable(form);
        }
    }

    private static void assertReadable(Tab page) {
        assertEquals(List.of(), page.hindrances(), page::toString);
    }
}
