package io.github.pscsdk.example.lab.pages;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.lab.demo.CommandRun;
import io.github.pscsdk.example.lab.demo.LoginProcess;
import io.github.pscsdk.example.lab.demo.PlayedServers;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.simulator.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code psc login --with ecps}, and the person with the phone in their hand. */
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

    private static LoginProcess login(String ways, String owner) throws Exception {
        return servers.login(folder, "--with=" + ways, "--national-id=" + owner);
    }

    /** Without a desktop, the browser's way begins with the address of its page. */
    private static void assertNoPageWasOffered(CommandRun run) {
        assertTrue(run.err().lines().noneMatch(line -> line.startsWith("http")), run::toString);
    }

    @Test
    void whoever_sees_the_same_digits_on_screen_and_phone_and_confirms_is_logged_in(Browser browser) throws Exception {
        try (var login = login("ecps", Person.PHARMACIST)) {
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
    void whoever_refuses_on_the_phone_is_asked_by_no_other_way() throws Exception {
        try (var login = login("ecps,browser", Person.DOCTOR)) {
            var phone = person.phone();
            phone.find(BUTTON, "Refuser").press();

            phone.awaitText("Connexion refusée.");
            var run = login.result();
            assertEquals(1, run.exitCode(), run::toString);
            assertTrue(run.err().contains("(PSC-001)"), run::toString);
            assertNoPageWasOffered(run);
            assertEquals("", run.out());
        }
    }

    @Test
    void a_request_that_nobody_answers_in_time_ends_the_login() throws Exception {
        try (var login = login("ecps,browser", Person.NURSE)) {
            login.digits();
            var cockpit = person.cockpit();

            cockpit.find(BUTTON, "5 min").press();

            cockpit.awaitText("L’horloge a avancé.");
            var run = login.result();
            assertEquals(1, run.exitCode(), run::toString);
            assertTrue(run.err().contains("(PSC-002)"), run::toString);
            assertNoPageWasOffered(run);
            person.phone().awaitText("Demandes en attente : 0");
        }
    }

    @Test
    void a_login_goes_on_where_the_power_went_and_came_back_while_the_phone_rang() throws Exception {
        var owner = "899999100201";
        var file = folder.resolve("pending");
        var options = new String[] {"--with=ecps", "--national-id=" + owner, "--resume-file=" + file};
        var before = servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION);
        String digits;
        try (var login = servers.login(folder, options)) {
            digits = login.digits();
            assertTrue(Files.exists(file));
            login.kill();
        }

        try (var login = servers.login(folder, options)) {
            assertEquals(digits, login.digits());
            var phone = person.phone();
            assertEquals(digits, Person.digits(phone));
            phone.find(BUTTON, "Confirmer").press();

            var run = login.result();
            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(run.out().contains("(" + owner + ")"), run::toString);
            assertEquals(before + 1, servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION));
            assertFalse(Files.exists(file), "nothing is left to go on with");
        }
    }
}
