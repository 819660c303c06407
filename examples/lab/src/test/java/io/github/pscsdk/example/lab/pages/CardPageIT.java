package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stand-in of CPS-Gestion, in a tab of its own. */
@InChromium
class CardPageIT {
    @AutoClose
    private final VendorSite site = VendorSite.start();

    private Person person;

    CardPageIT() throws Exception {}

    @BeforeEach
    void sitDown(Browser browser) {
        person = Person.at(site, browser);
    }

    @Test
    void whoever_types_the_code_porteur_is_logged_in(Browser browser) {
        var login = browser.open(site.address());
        Person.askForCard(login, Person.DOCTOR);

        login.find(LINK, "Ouvrir CPS-Gestion").press();
        var reader = browser.opened("reader");
        reader.find(FIELD, "Code porteur").fill("12");
        reader.screenshot("cps-gestion");
        Person.typeCode(reader, "1234");

        reader.awaitText("Connexion confirmée.");
        login.awaitText("Bonjour FICTIF-DESSAI par CARD");
    }

    @Test
    void a_request_comes_by_itself_to_the_page_that_was_open_before(Browser browser) {
        var reader = person.reader();
        reader.awaitText("Demandes en attente : 0");

        Person.askForCard(browser.open(site.address()), Person.DOCTOR);

        reader.awaitText("Demandes en attente : 1");
        reader.find(FIELD, "Code porteur").await();
    }

    @Test
    void a_wrong_code_is_told_and_a_right_one_still_logs_in(Browser browser) {
        var login = browser.open(site.address());
        Person.askForCard(login, Person.DOCTOR);
        var reader = person.reader();

        Person.typeCode(reader, "0000");
        reader.awaitText("Code porteur faux.");
        reader.awaitText("Essais restants : 2");
        Person.typeCode(reader, "1234");

        login.awaitText("Bonjour FICTIF-DESSAI par CARD");
    }

    @Test
    void three_wrong_codes_block_the_card_for_the_next_login_too(Browser browser) {
        var login = browser.open(site.address());
        Person.askForCard(login, Person.DOCTOR);
        var reader = person.reader();

        Person.typeCode(reader, "0000");
        reader.awaitText("Essais restants : 2");
        Person.typeCode(reader, "0000");
        reader.awaitText("Essais restants : 1");
        Person.typeCode(reader, "0000");

        reader.awaitText("Trois codes faux : la carte simulée est bloquée et la connexion refusée.");
        login.find(LINK, "Revenir au service").press();
        login.awaitText("Problème PSC-001");
        Person.askForCard(login.open(site.address()), Person.DOCTOR);
        reader.awaitText("Cette carte simulée est bloquée jusqu’au redémarrage du simulateur.");
        assertFalse(reader.find(BUTTON, "Confirmer").isThere());
    }
}
