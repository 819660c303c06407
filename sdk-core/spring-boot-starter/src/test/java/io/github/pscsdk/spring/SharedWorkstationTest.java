package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two people at one browser, in which Pro Santé Connect has a session of its own that other services share. */
class SharedWorkstationTest {
    static final SimulatedClient ELSEWHERE = SimulatedClient.withSecret("elsewhere", "secret-of-elsewhere")
            .withRedirectUri(URI.create("https://elsewhere.example.invalid/"));

    private static final String FORMER = "899999100011";
    private static final String NEXT = "899999100029";

    private final TestSite site = TestSite.shared();
    private final Visitor browser = new Visitor();

    private String whoIsLoggedIn() throws Exception {
        return browser.get(site.page("/person")).text();
    }

    private void visitAnotherService() throws IOException, InterruptedException {
        var request = "?response_type=code&client_id=elsewhere&redirect_uri=https://elsewhere.example.invalid/"
                + "&scope=openid%20scope_all&acr_values=eidas1&state=a-state&nonce=a-nonce";
        var answer = browser.get(URI.create(site.simulator().authorizationEndpoint() + request));
        assertEquals("elsewhere.example.invalid", answer.location().getHost());
    }

    @Test
    void whoever_logs_out_elsewhere_is_logged_out_here() throws Exception {
        site.logIn(browser);
        visitAnotherService();
        var before = site.simulator().logoutNotices().size();

        site.simulator().turn("logout-asks", "false");
        browser.get(URI.create(site.simulator().issuer() + "/protocol/openid-connect/logout"));

        Await.until(
                "the application was told",
                () -> site.simulator().logoutNotices().size() > before);
        assertEquals(site.page("/session-over"), browser.get(site.page("/me")).location());
    }

    @Test
    void whoever_is_named_at_the_return_has_a_session_of_their_own() throws Exception {
        site.logIn(browser);
        var formers = browser.cookie(TestSite.SESSION).orElseThrow();
        site.simulator().turn("browser-session", "false");
        site.seat(NEXT);

        site.logIn(browser);

        assertEquals(NEXT, whoIsLoggedIn());
        browser.put(site.page("/"), TestSite.SESSION, formers);
        assertEquals(site.page("/session-over"), browser.get(site.page("/me")).location());
    }

    @Test
    void a_page_of_the_former_person_does_nothing_for_the_next() throws Exception {
        var page = site.logIn(browser);
        site.simulator().turn("browser-session", "false");
        site.seat(NEXT);
        site.logIn(browser);

        assertEquals(403, browser.post(site.page("/entry"), page.hidden()).status());
    }

    @Test
    void the_next_person_after_an_idle_session_is_not_silently_the_former_one() throws Exception {
        site.logIn(browser);
        site.clock().advance(Duration.ofMinutes(20));
        visitAnotherService();
        site.clock().advance(Duration.ofMinutes(11));
        assertEquals(site.page("/session-over"), browser.get(site.page("/me")).location());
        site.seat(NEXT);

        site.logIn(browser);

        assertNotEquals(FORMER, whoIsLoggedIn());
    }

    @Test
    void the_next_person_after_a_logout_that_stopped_half_way_is_not_silently_the_former_one() throws Exception {
        var page = site.logIn(browser);
        // Pro Santé Connect is never asked: the browser does not follow.
        browser.post(site.page("/psc/logout"), page.hidden());
        site.seat(NEXT);

        site.logIn(browser);

        assertNotEquals(FORMER, whoIsLoggedIn());
    }

    @Test
    void whoever_logs_in_with_another_card_while_a_session_is_open_is_not_silently_the_former_one() throws Exception {
        site.simulator().turn("browser-means", "CARD");
        site.logIn(browser);
        site.seat(NEXT);

        site.logIn(browser);

        assertNotEquals(FORMER, whoIsLoggedIn());
    }
}
