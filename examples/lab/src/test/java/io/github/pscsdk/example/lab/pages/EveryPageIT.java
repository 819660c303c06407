package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Key.ENTER;
import static io.github.pscsdk.testkit.chromium.Key.SPACE;
import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static io.github.pscsdk.testkit.chromium.Role.LINK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for all of the simulator's pages. */
@InChromium
class EveryPageIT {
    @AutoClose
    private final VendorSite site = VendorSite.start();

    private Person person;

    EveryPageIT() throws Exception {}

    @BeforeEach
    void sitDown(Browser browser) {
        person = Person.at(site, browser);
    }

    @Test
    void a_login_needs_no_mouse(Browser browser) {
        var login = browser.open(site.address());
        login.keyboard().walkTo(CHOICE, "e-CPS").press(SPACE);
        login.keyboard()
                .walkTo(FIELD, "Identifiant national")
                .type(Person.PHARMACIST)
                .press(ENTER);
        var number = Person.number(login);
        login.keyboard().walkTo(LINK, "Ouvrir le téléphone").press(ENTER);
        var phone = browser.opened("phone");
        phone.keyboard().walkTo(BUTTON, "Choisir " + number).press(ENTER);
        login.awaitText("Bonjour FICTIVE-MORTIER");

        // The same browser would be logged in without a page.
        site.simulator().endSessions();
        Person.askForCard(login.open(site.address()), Person.DOCTOR);
        var reader = person.reader();
        reader.keyboard().walkTo(FIELD, "Code porteur").type("1234").press(ENTER);
        login.awaitText("Bonjour FICTIF-DESSAI");
    }

    @Test
    void nothing_hinders_a_reader_with_the_page_in_a_hand(Browser browser) {
        assertReadable(browser, 360);
    }

    @Test
    @Tag("long")
    void nothing_hinders_a_reader_at_a_desk(Browser browser) {
        assertReadable(browser, 1280);
    }

    private void assertReadable(Browser browser, int width) {
        browser.resize(width, 900);
        var login = browser.open(site.address());
        assertReadable(login);
        Person.askForPhone(login, Person.PHARMACIST);
        Person.number(login);
        assertReadable(login);
        var other = browser.tab("other").open(site.address());
        Person.askForCard(other, Person.DOCTOR);
        other.find(LINK, "Ouvrir CPS-Gestion").await();
        assertReadable(other);
        assertReadable(person.phone());
        assertReadable(person.reader());
        assertReadable(person.cockpit());
    }

    private static void assertReadable(Tab page) {
        assertEquals(List.of(), page.hindrances(), page::toString);
    }

    @Test
    void whoever_chooses_english_gets_it_on_every_page_and_may_come_back(Browser browser) {
        var login = browser.open(site.address());
        login.find(HEADING, "Connexion").await();

        login.find(LINK, "English").press();

        login.find(HEADING, "Log in").await();
        login.find(FIELD, "National identifier").fill(Person.PHARMACIST);
        login.find(BUTTON, "Continue").press();
        login.awaitText("On the phone, choose this number:");
        var phone = person.phone();
        phone.awaitText("Waiting requests: 1");
        phone.find(BUTTON, "Refuse").await();
        var reader = person.reader();
        reader.awaitText("Waiting requests: 0");
        reader.find(LINK, "Français").press();
        reader.awaitText("Demandes en attente : 0");
        phone.reload().awaitText("Demandes en attente : 1");
    }
}
