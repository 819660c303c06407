package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.internal.model.PromptParameterUse;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login in a browser in which PSC has a session of somebody: the next person must not be taken for the former one. */
class AskedAnewTest {
    private static final NationalId NEXT = new NationalId("899999100029");
    private static final BrowserLogin.Options ANEW = BrowserLogin.Options.none().askingAnew();

    @AutoClose
    private final Lab lab = Lab.open();

    private final VirtualClock clock = lab.clock;
    private final SharedBrowser browser = new SharedBrowser();

    @BeforeEach
    void theFormerPersonLogsInAndGoes() throws Exception {
        assertEquals(
                Lab.PHARMACIST,
                logIn(BrowserLogin.Options.none()).professional().nationalId());
        clock.advance(Duration.ofMinutes(5));
    }

    private PscSession logIn(BrowserLogin.Options options) throws Exception {
        var login = await(lab.party.beginBrowserLogin(options));
        return await(lab.party.completeBrowserLogin(browser.visit(login.authorizationUri()), login.state()));
    }

    private LoginProblem refusal(BrowserLogin.Options options) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> logIn(options)).problem();
    }

    private Map<String, String> query(BrowserLogin.Options options) throws Exception {
        return Browser.query(await(lab.party.beginBrowserLogin(options)).authorizationUri());
    }

    @Test
    void whoever_does_not_ask_anew_gets_the_former_person() throws Exception {
        lab.simulator.browserPersona(NEXT);

        var session = logIn(BrowserLogin.Options.none());

        assertEquals(Lab.PHARMACIST, session.professional().nationalId());
        assertEquals(clock.instant().minus(Duration.ofMinutes(5)).getEpochSecond(), seconds(session));
    }

    private static long seconds(PscSession session) {
        return session.authenticatedAt().getEpochSecond();
    }

    @Test
    void whoever_is_asked_anew_has_proved_it_now() throws Exception {
        assertEquals(clock.instant().getEpochSecond(), seconds(logIn(ANEW)));
    }

    @Test
    void another_person_who_is_asked_anew_is_that_person() throws Exception {
        lab.simulator.turn("prompt", "ANYBODY");
        lab.simulator.browserPersona(NEXT);

        assertEquals(NEXT, logIn(ANEW).professional().nationalId());
    }

    @Test
    void where_psc_heeds_no_prompt_nobody_is_let_in_and_the_next_try_asks() throws Exception {
        lab.simulator.turn("prompt", "IGNORED");
        lab.simulator.browserPersona(NEXT);
        var before = lab.store.keys();

        assertEquals(LoginProblem.NOT_ASKED_AGAIN, refusal(ANEW));

        assertEquals(before, lab.store.keys());
        lab.time.settle();
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
        assertEquals(NEXT, logIn(ANEW).professional().nationalId());
    }

    @ParameterizedTest
    @CsvSource({
        "PT4M59S, KEYCLOAK, 0",
        "PT5M, KEYCLOAK, 300",
        "PT6M, KEYCLOAK, 300",
        "PT0S, KEYCLOAK, 0",
        "PT5M, IGNORED, 300"
    })
    void a_login_is_no_older_than_was_asked(Duration age, PromptParameterUse rule, long secondsAgo) throws Exception {
        lab.simulator.turn("prompt", rule.name());

        var session = logIn(BrowserLogin.Options.none().withMaxAge(age));

        assertEquals(clock.instant().getEpochSecond() - secondsAgo, seconds(session));
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT3M59S"})
    void an_older_login_than_was_asked_is_refused_where_clocks_a_minute_apart_cannot_explain_it(Duration age) {
        lab.simulator.turn("prompt", "IGNORED");

        assertEquals(
                LoginProblem.NOT_ASKED_AGAIN,
                refusal(BrowserLogin.Options.none().withMaxAge(age)));
    }

    @Test
    void a_time_that_the_person_spends_on_the_page_does_not_count_as_age() throws Exception {
        var login =
                await(lab.party.beginBrowserLogin(BrowserLogin.Options.none().withMaxAge(Duration.ofMinutes(5))));
        var callback = browser.visit(login.authorizationUri());
        clock.advance(Duration.ofSeconds(50));

        assertEquals(
                Lab.PHARMACIST,
                await(lab.party.completeBrowserLogin(callback, login.state()))
                        .professional()
                        .nationalId());
    }

    @Test
    void an_id_token_that_does_not_say_when_is_refused_where_it_matters() throws Exception {
        lab.simulator.turn("missing-claims", "auth_time");

        assertEquals(
                Lab.PHARMACIST,
                logIn(BrowserLogin.Options.none()).professional().nationalId());
        assertEquals(LoginProblem.NOT_ASKED_AGAIN, refusal(ANEW));
        assertEquals(
                LoginProblem.NOT_ASKED_AGAIN,
                refusal(BrowserLogin.Options.none().withMaxAge(Duration.ofHours(1))));
    }

    @Test
    void the_request_says_what_is_asked_and_no_more() throws Exception {
        var usual = query(BrowserLogin.Options.none());
        assertTrue(usual.keySet().stream().noneMatch(Set.of("prompt", "max_age", "kc_idp_hint")::contains));

        var all = query(ANEW.withMaxAge(Duration.ofMinutes(15)).withIdentityProvider("chu & co"));
        assertEquals("login", all.get("prompt"));
        assertEquals("900", all.get("max_age"));
        assertEquals("chu & co", all.get("kc_idp_hint"));
    }

    @Test
    void what_the_relying_party_usually_asks_is_asked_unless_the_caller_says_otherwise() throws Exception {
        try (var party = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .redirectUri(Lab.REDIRECT)
                .browserLoginOptions(ANEW)
                .build()) {
            assertEquals("login", prompt(await(party.beginBrowserLogin()).authorizationUri()));
            assertEquals(
                    "none",
                    prompt(await(party.beginBrowserLogin(BrowserLogin.Options.none()))
                            .authorizationUri()));
        }
    }

    private static String prompt(URI page) {
        return Browser.query(page).getOrDefault("prompt", "none");
    }

    @ParameterizedTest
    @CsvSource({"-PT1S", "PT0.5S", "PT24H1S"})
    void an_age_that_makes_no_sense_is_refused(Duration age) {
        assertThrows(IllegalArgumentException.class, () -> ANEW.withMaxAge(age));
        assertThrows(IllegalArgumentException.class, () -> ANEW.withIdentityProvider(" "));
    }
}
