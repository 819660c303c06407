package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.LINK;

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
    void a_request_comes_by_itself_to_the_open_page_where_a_wrong_code_is_told_and_the_right_one_logs_in(
            Browser browser) {
        var reader = person.reader();
        reader.awaitText("Demandes en attente : 0");
        var login = browser.open(site.address());
        Person.askForCard(login, Person.DOCTOR);
        login.find(LINK, "Ouvrir CPS-Gestion").await();

        reader.awaitText("Demandes en attente : 1");
        Person.typeCode(reader, "0000");
        reader.awaitText("Code porteur faux.");
        reader.awaitText("Essais restants : 2");
        reader.screenshot("cps-gestion");
        Person.typeCode(reader, "1234");

        reader.awaitText("Connexion confirmée.");
        login.awaitText("Bonjour FICTIF-DESSAI par CARD");
    }
}
