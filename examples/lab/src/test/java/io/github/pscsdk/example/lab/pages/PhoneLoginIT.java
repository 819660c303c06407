package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.demo.PlayedServers;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login by e-CPS, at the terminal and in practice software, and the person with the phone in their hand. */
@InChromium
class PhoneLoginIT {
    @TempDir
    private static Path folder;

    private static PlayedServers servers;

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
        person = new Person(browser, servers.pages());
    }

    @Test
    void whoever_types_their_number_sees_the_same_digits_on_screen_and_phone_and_confirms_is_logged_in(Browser browser)
            throws Exception {
        try (var login = servers.login(folder, "--with=ecps")) {
            login.awaitShown("Enter to give up").type("99999100011");
            var phone = person.phone();
            var digits = Person.digits(phone);
            assertEquals(login.digits(), digits);
            browser.resize(420, 900);
            phone.screenshot("phone-digits");

            phone.find(BUTTON, "Confirmer").press();

            phone.awaitText("Connexion confirmée.");
            var run = login.result();
            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(
                    run.out().startsWith("Logged in: CLARIMELLE FICTIVE-MORTIER (" + Person.PHARMACIST + ")"),
                    run::toString);
        }
    }

    @Test
    void a_request_that_nobody_answers_in_time_ends_the_login_and_no_browser_opens() throws Exception {
        var opened = new CopyOnWriteArrayList<URI>();
        var asked = new CountDownLatch(1);
        try (var software = servers.software().browser(opened::add).build()) {
            var login = software.loginAsync(LoginRequest.using("ecps", "browser")
                    .withNationalId(new NationalId(Person.NURSE))
                    .withProgress(progress -> asked.countDown()));
            Await.latch("the phone is asked", asked);
            var cockpit = person.cockpit();

            cockpit.find(BUTTON, "5 min").press();

            cockpit.awaitText("L’horloge a avancé.");
            var failure = assertThrows(PscException.class, () -> Await.result("the login has ended", login));
            assertEquals(LoginProblem.NO_ANSWER_IN_TIME, failure.problem());
            assertEquals(List.of(), opened);
            person.phone().awaitText("Demandes en attente : 0");
        }
    }
}
