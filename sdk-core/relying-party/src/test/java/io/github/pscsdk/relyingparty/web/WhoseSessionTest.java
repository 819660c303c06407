package io.github.pscsdk.relyingparty.web;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SharedBrowser;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.internal.model.PromptParameterUse;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several people at one browser, in which PSC has a session: whose session a login opens, and when PSC is to ask. */
class WhoseSessionTest {
    private static final PublicBaseUri SITE = new PublicBaseUri(URI.create("http://127.0.0.1:9"));
    private static final URI ELSEWHERE = URI.create("https://elsewhere.example.invalid/");
    private static final NationalId FORMER = Personas.PHARMACIST;
    private static final NationalId NEXT = new NationalId("899999100029");

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("practice", "secret")
                    .withRedirectUri(SITE.at("/callback"))
                    .withPostLogoutUri(SITE.at("/signed-out")))
            .client(SimulatedClient.withSecret("elsewhere", "secret").withRedirectUri(ELSEWHERE))
            .clock(clock)
            .start();

    @AutoClose
    private final RelyingParty relyingParty = RelyingParty.builder(environment())
            .client("practice", ClientAuthentication.clientSecretBasic("secret"))
            .redirectUri(SITE.at("/callback"))
            .postLogoutRedirectUri(SITE.at("/signed-out"))
            .clock(clock)
            .build();

    @AutoClose
    private final RelyingParty otherService = RelyingParty.builder(environment())
            .client("elsewhere", ClientAuthentication.clientSecretBasic("secret"))
            .redirectUri(ELSEWHERE)
            .clock(clock)
            .build();

    private final WebLogin login = new WebLogin(relyingParty, SITE, "practice", LoginLimit.usual(clock));
    private final KeptCookies cookies = new KeptCookies();
    private final SharedBrowser browser = new SharedBrowser();

    private PscEnvironment environment() {
        return PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
    }

    private URI begin() throws Exception {
        return login.begin(cookies, "192.0.2.7");
    }

    private boolean asks() throws Exception {
        return asks(begin());
    }

    private static boolean asks(URI page) {
        return page.getRawQuery().contains("prompt=login");
    }

    private PscSession comeBack(URI page) throws Exception {
        return login.comeBack(cookies, browser.visit(page).getRawQuery());
    }

    private NationalId logIn() throws Exception {
        return comeBack(begin()).professional().nationalId();
    }

    private void logInElsewhere() throws Exception {
        var begun = await(otherService.beginBrowserLogin());
        await(otherService.completeBrowserLogin(browser.visit(begun.authorizationUri()), begun.state()));
    }

    private URI logOut() throws Exception {
        return login.logOut(cookies, login.session(cookies).orElseThrow().id());
    }

    private void swap() {
        simulator.browserPersona(NEXT);
    }

    private void assertRefused(URI page) {
        var failure = assertThrows(PscException.class, () -> comeBack(page));
        assertEquals(LoginProblem.NOT_ASKED_AGAIN, failure.problem());
        assertTrue(login.session(cookies).isEmpty());
    }

    @Test
    void a_browser_that_comes_fresh_is_let_in_by_the_session_of_another_service() throws Exception {
        logInElsewhere();

        var page = begin();

        assertFalse(asks(page));
        assertEquals(FORMER, comeBack(page).professional().nationalId());
    }

    @Test
    void a_relying_party_that_always_asks_does_so_in_a_fresh_browser_too() throws Exception {
        try (var always = RelyingParty.builder(environment())
                .client("practice", ClientAuthentication.clientSecretBasic("secret"))
                .redirectUri(SITE.at("/callback"))
                .browserLoginOptions(BrowserLogin.Options.none().askingAnew())
                .clock(clock)
                .build()) {
            var page = new WebLogin(always, SITE, "practice", LoginLimit.usual(clock)).begin(cookies, "192.0.2.7");

            assertTrue(asks(page));
        }
    }

    @Test
    void a_logout_that_came_back_leaves_a_fresh_browser() throws Exception {
        logIn();
        var back = browser.visit(logOut());
        swap();

        assertTrue(login.finishLogOut(cookies, back.getRawQuery()));

        var page = begin();
        assertFalse(asks(page));
        assertEquals(NEXT, comeBack(page).professional().nationalId());
    }

    @Test
    void a_logout_that_came_back_without_its_state_proves_nothing() throws Exception {
        logIn();
        logOut();

        assertTrue(login.finishLogOut(cookies, ""));

        assertTrue(asks());
    }

    @Test
    void the_state_of_another_logout_proves_nothing() throws Exception {
        logIn();
        logOut();

        assertFalse(login.finishLogOut(cookies, "state=another"));

        assertTrue(asks());
    }

    @Test
    void whoever_comes_after_a_logout_that_did_not_come_back_is_asked() throws Exception {
        logIn();
        logOut();

        assertTrue(asks());
    }

    @Test
    void whoever_comes_after_a_session_that_ended_by_time_is_asked_whether_anybody_saw_its_end_or_not()
            throws Exception {
        logIn();
        clock.advance(Duration.ofMinutes(31));
        var unseen = new KeptCookies();
        unseen.kept.putAll(cookies.kept);

        login.dropEndedSession(cookies);

        assertTrue(asks());
        assertTrue(asks(login.begin(unseen, "192.0.2.7")));
    }

    @Test
    void whoever_comes_while_a_session_is_open_is_asked_and_it_is_over() throws Exception {
        var session = comeBack(begin());

        assertTrue(asks());
        assertTrue(relyingParty.session(session.id()).isEmpty());
    }

    @Test
    void whoever_comes_after_a_login_that_failed_is_asked() throws Exception {
        simulator.browserPersona(new NationalId("899999100128"));
        assertThrows(PscException.class, () -> comeBack(begin()));

        assertTrue(asks());
    }

    @Test
    void whoever_comes_after_a_login_that_never_came_back_is_asked_also_when_it_waits_no_more() throws Exception {
        browser.visit(begin());
        clock.advance(Duration.ofMinutes(11));
        cookies.kept.keySet().removeIf(name -> name.startsWith("practice-login"));

        assertTrue(asks());
    }

    @Test
    void whoever_comes_after_a_return_that_was_interrupted_is_asked_even_if_a_logout_came_back_before()
            throws Exception {
        logIn();
        var back = browser.visit(logOut());
        var query = browser.visit(begin()).getRawQuery();
        login.finishLogOut(cookies, back.getRawQuery());
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> login.comeBack(cookies, query));

        assertTrue(asks());
    }

    @Test
    void a_return_that_no_login_of_this_browser_awaits_changes_nothing() throws Exception {
        assertThrows(PscException.class, () -> login.comeBack(cookies, "code=x&state=of-somebody-elses-login"));

        assertFalse(asks());
    }

    @Test
    void the_same_person_who_is_asked_again_goes_on() throws Exception {
        logIn();
        clock.advance(Duration.ofMinutes(1));

        assertEquals(FORMER, logIn());
        assertEquals(FORMER, login.session(cookies).orElseThrow().professional().nationalId());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"KEYCLOAK", "ANYBODY"},
            value = PromptParameterUse.class)
    void the_next_person_is_the_next_or_nobody(PromptParameterUse rule) throws Exception {
        simulator.turn("prompt", rule.name());
        logIn();
        swap();

        if (rule == PromptParameterUse.ANYBODY) {
            assertEquals(NEXT, logIn());
        } else {
            assertThrows(AssertionError.class, this::logIn);
            assertTrue(login.session(cookies).isEmpty());
        }
    }

    /** Within the leeway of clocks, where {@code auth_time} alone shows nothing. */
    @Test
    void a_psc_that_asks_nobody_lets_nobody_in_a_few_seconds_later_either_and_then_asks() throws Exception {
        simulator.turn("prompt", "IGNORED");
        logIn();
        clock.advance(Duration.ofSeconds(10));
        swap();

        assertRefused(begin());

        assertEquals(NEXT, logIn());
    }

    @Test
    void a_login_of_a_second_tab_that_was_begun_before_lets_nobody_in_as_the_one_who_logged_out() throws Exception {
        var atOnce = cookies.sent();
        var first = begin();
        var second = login.begin(atOnce, "192.0.2.7");
        comeBack(first);
        logOut();
        swap();

        assertRefused(second);
    }

    @Test
    void two_tabs_that_begin_at_once_in_a_fresh_browser_need_one_login() throws Exception {
        var atOnce = cookies.sent();

        assertFalse(asks());
        assertFalse(asks(login.begin(atOnce, "192.0.2.7")));
    }

    @Test
    void each_of_two_tabs_that_one_person_logs_in_by_comes_back() throws Exception {
        var one = begin();
        var other = begin();

        var first = comeBack(one);
        var second = comeBack(other);

        assertEquals(second, login.session(cookies).orElseThrow());
        assertTrue(relyingParty.session(first.id()).isEmpty());
    }

    @Test
    void the_cookie_that_knows_a_former_login_again_tells_nothing_of_it() throws Exception {
        logIn();

        var value = cookies.kept.get("practice-former");

        assertFalse(simulator.issuedSecrets().stream().anyMatch(value::contains));
        assertFalse(value.contains(login.session(cookies).orElseThrow().sessionState()));
    }
}
