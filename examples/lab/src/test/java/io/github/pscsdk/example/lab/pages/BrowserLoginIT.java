package io.github.pscsdk.example.lab.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.lab.demo.LoginProcess;
import io.github.pscsdk.example.lab.demo.PlayedServers;
import io.github.pscsdk.loginui.LoginQr;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code psc login --with browser} where no browser opens: the person goes to the address that the terminal shows. */
@InChromium
class BrowserLoginIT {
    private static final String QUESTION = "Code of the page, six digits";

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

    private static URI address(LoginProcess login) throws Exception {
        login.awaitShown("Continue in the browser");
        return login.shown()
                .lines()
                .filter(line -> line.startsWith("http://"))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoever_types_the_code_porteur_is_logged_in_by_the_code_of_the_page_and_by_no_other(Browser browser)
            throws Exception {
        try (var login = servers.login(folder, "--with=browser", "--require=card")) {
            var address = address(login);
            assertTrue(login.shown().contains(LoginQr.of(address).text()), login::shown);
            var page = browser.open(address);
            Person.askForCard(page, Person.DOCTOR);
            Person.typeCode(person.reader(), "1234");
            var code = Person.code(page);

            login.awaitShown(QUESTION);
            login.type(code.substring(0, 6) + (code.charAt(6) == '0' ? '1' : '0'));
            login.awaitShown("That was not the code; tries left: 2");
            login.type(code);

            var run = login.result();
            assertEquals(0, run.exitCode(), run::toString);
            assertTrue(run.out().contains("(" + Person.DOCTOR + ")"), run::toString);
        }
    }
}
