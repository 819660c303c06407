package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cockpit, while somebody logs in in the tab beside it. */
@InChromium
class CockpitIT {
    @Test
    void it_shows_who_is_waiting_then_who_is_in_and_what_was_said_without_a_secret_and_no_page_asks_elsewhere(
            Browser browser) throws Exception {
        try (var site = VendorSite.start()) {
            var person = Person.at(site, browser);
            browser.resize(1280, 1000);
            var cockpit = person.cockpit();
            var login = browser.open(site.address());
            login.screenshot("login");
            Person.askForPhone(login, Person.PHARMACIST);
            var number = Person.number(login);
            login.screenshot("number");
            cockpit.awaitText("CLARIMELLE FICTIVE-MORTIER " + VendorSite.ID + " MOBILE");

            var phone = person.phone();
            phone.screenshot("phone");
            phone.find(BUTTON, "Choisir " + number).press();
            login.awaitText("Bonjour FICTIVE-MORTIER");

            cockpit.awaitText("grant_type=authorization_code");
            cockpit.screenshot("cockpit");
            var text = cockpit.text();
            assertTrue(text.contains("CLARIMELLE FICTIVE-MORTIER " + VendorSite.ID + " MOBILE"), text);
            assertTrue(text.contains("code=*** · code_verifier=***"), text);
            var shown = site.simulator().issuedSecrets().stream()
                    .filter(secret -> secret.length() > 2 && text.contains(secret))
                    .toList();
            assertEquals(List.of(), shown);
            person.reader();
            assertTrue(browser.requests().stream().allMatch(uri -> uri.getHost().equals("127.0.0.1")));
            assertEquals(List.of(), browser.complaints());
        }
    }
}
