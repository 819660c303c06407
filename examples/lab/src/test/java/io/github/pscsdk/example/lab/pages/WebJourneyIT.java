package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Key.ENTER;
import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static io.github.pscsdk.testkit.chromium.Role.ROW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.lab.demo.PlayedServers;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the form's connection page to Pro Santé Connect and back, with the servers of {@code psc-lab simulate --interactive}. */
@InChromium
class WebJourneyIT {
    private static PlayedServers servers;

    private URI connection;
    private Person person;

    @BeforeAll
    static void start() throws Exception {
        servers = PlayedServers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @BeforeEach
    void sitDown(Browser browser) {
        connection = servers.connection();
        person = new Person(browser, servers.pages());
    }

    private Tab atConnectionPage() {
        var form = person.browser().open(connection);
        form.find(HEADING, "Espace des professionnels de santé").await();
        return form;
    }

    private void assertLoggedIn(Tab form) {
        form.awaitSite(connection);
        form.find(HEADING, "Vous êtes connecté(e)").await();
    }

    @Test
    void whoever_logs_in_with_the_phone_reads_who_they_are_and_who_logs_out_is_out_at_pro_sante_connect_too(
            Browser browser) {
        var form = atConnectionPage();

        form.keyboard().walkTo(LINK, PscButton.LABEL).press(ENTER);
        Person.askForPhone(form, Person.PHARMACIST);
        var number = Person.number(form);
        person.phone().find(BUTTON, "Choisir " + number).press();

        assertLoggedIn(form);
        form.awaitText("FICTIVE-MORTIER");
        form.awaitText("Moyen de connexion e-CPS");
        form.awaitText("Numéro RPPS 99999100011");
        form.awaitText("PHARMACIE DU BANC D'ESSAI");
        form.awaitText("FINESS 000999037");
        assertEquals(List.of(), form.hindrances(), form::toString);
        var session = person.cockpit()
                .find(ROW, "CLARIMELLE FICTIVE-MORTIER Santé.fr (imitation) MOBILE")
                .await();

        form.keyboard().walkTo(BUTTON, "Se déconnecter").press(ENTER);

        form.find(HEADING, "Vous êtes déconnecté(e)").await();
        session.awaitGone();
        form.open(connection.resolve("/me")).awaitText("Connectez-vous pour voir cette page.");
        assertFalse(form.text().contains("FICTIVE-MORTIER"));
        assertEquals(List.of(), browser.complaints());
        assertTrue(browser.requests().stream().allMatch(uri -> uri.getHost().equals("127.0.0.1")));
    }

    @Test
    void whoever_refuses_on_the_phone_is_told_so_and_may_begin_again_with_the_card() {
        var form = atConnectionPage();
        form.find(LINK, PscButton.LABEL).press();
        Person.askForPhone(form, Person.DOCTOR);
        Person.number(form);

        person.phone().find(BUTTON, "Refuser").press();
        form.find(LINK, "Revenir au service").press();

        form.awaitSite(connection);
        form.awaitText("Code à donner à l’assistance : PSC-001");
        form.find(HEADING, "Recommencer").await();
        form.find(LINK, PscButton.LABEL).press();
        Person.askForCard(form, Person.DOCTOR);
        Person.typeCode(person.reader(), "1234");
        assertLoggedIn(form);
        form.awaitText("FICTIF-DESSAI");
        form.awaitText("Moyen de connexion Carte CPS");
        form.awaitText("CABINET FICTIF DES ESSAIS");
        form.awaitText("HOPITAL IMAGINAIRE");
    }
}
