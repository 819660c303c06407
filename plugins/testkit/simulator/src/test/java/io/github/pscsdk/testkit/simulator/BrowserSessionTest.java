package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session that a browser has at Pro Santé Connect itself, whatever client sent it there. */
class BrowserSessionTest {
    private static final String OTHER = "autre";
    private static final URI OTHER_REDIRECT = URI.create("https://autre.example.invalid/retour");
    private static final URI OTHER_POST_LOGOUT = URI.create("https://autre.example.invalid/adieu");
    private static final String DOCTOR = "899999100029";

    private final VirtualClock clock = VirtualClock.standing();
    private LogoutReceiver receiver;
    private LogoutReceiver otherReceiver;
    private PscSimulator simulator;
    private Caller caller;
    private BrowserLogin browser;

    @BeforeEach
    void start() throws Exception {
        receiver = new LogoutReceiver(200);
        otherReceiver = new LogoutReceiver(200);
        simulator = builder().start();
        caller = caller();
        browser = new BrowserLogin(simulator, caller);
    }

    private SimulatorBuilder builder() {
        return PscSimulator.builder()
                .client(Caller.registration().withBackchannelLogoutUri(receiver.address()))
                .client(SimulatedClient.withSecret(OTHER, OTHER)
                        .withRedirectUri(OTHER_REDIRECT)
                        .withPostLogoutUri(OTHER_POST_LOGOUT)
                        .withBackchannelLogoutUri(otherReceiver.address()))
                .clock(clock);
    }

    /** With the cookies of a browser that has none yet. */
    private Caller caller() {
        return new Caller(
                simulator,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
        otherReceiver.close();
    }

    private static Map<String, String> request(String... more) {
        var request = BrowserLogin.request();
        request.putAll(Caller.fields(more));
        return request;
    }

    private Map<String, String> callback(String... more) throws Exception {
        return BrowserLogin.callback(browser.open(request(more)));
    }

    private Answer login(String... more) throws Exception {
        return caller.post("token", BrowserLogin.exchange(callback(more).get("code")))
                .assertOk();
    }

    private Answer loginAtOther() throws Exception {
        var code = callback("client_id", OTHER, "redirect_uri", OTHER_REDIRECT.toString())
                .get("code");
        var form = BrowserLogin.exchange(code);
        form.put("redirect_uri", OTHER_REDIRECT.toString());
        return caller.post(caller.endpoint("token"), Caller.basic(OTHER, OTHER), Caller.encoded(form))
                .assertOk();
    }

    private Answer refreshAtOther(Answer tokens) throws Exception {
        var form = Caller.fields("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token"));
        return caller.post(caller.endpoint("token"), Caller.basic(OTHER, OTHER), Caller.encoded(form));
    }

    private Answer logout(String... fields) throws Exception {
        return caller.get(URI.create(caller.endpoint("logout") + "?" + Caller.encoded(Caller.fields(fields))));
    }

    private static String person(Answer tokens) {
        return tokens.claims("id_token").get("SubjectNameID").asText();
    }

    private static long authTime(Answer tokens) {
        return tokens.claims("id_token").get("auth_time").asLong();
    }

    @Test
    void the_next_person_at_the_browser_silently_becomes_the_former_one() throws Exception {
        var first = login();
        clock.advance(Duration.ofMinutes(10));
        simulator.browserPersona(new NationalId(DOCTOR));

        var second = login();

        assertEquals(Personas.PHARMACIST.value(), person(second));
        assertEquals(first.text("session_state"), second.text("session_state"));
        assertEquals(authTime(first), authTime(second), "nobody logged in");
    }

    @Test
    void another_client_gets_the_same_session_without_a_page() throws Exception {
        var first = login();

        var second = loginAtOther();

        assertEquals(first.text("session_state"), second.text("session_state"));
        assertEquals(
                first.claims("id_token").get("sid"), second.claims("id_token").get("sid"));
        assertEquals(OTHER, second.claims("id_token").get("aud").asText());
    }

    @Test
    void another_browser_has_no_session() throws Exception {
        var first = login();
        var elsewhere = BrowserLogin.callback(new BrowserLogin(simulator, caller()).open(request()));

        assertNotEquals(first.text("session_state"), elsewhere.get("session_state"));
    }

    @Test
    void a_login_by_the_back_channel_gives_the_browser_no_session() throws Exception {
        var id = caller.start(DOCTOR).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        var tokens = caller.poll(id).assertOk();

        assertEquals("", tokens.header("Set-Cookie"));
        assertEquals("login_required", callback("prompt", "none").get("error"));
        assertNotEquals(tokens.text("session_state"), login().text("session_state"));
    }

    @Test
    void the_cookie_is_a_secret_of_the_browser() throws Exception {
        var cookie = browser.open(request()).header("Set-Cookie");

        assertTrue(cookie.matches("psc-simulator-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax"), cookie);
        assertTrue(simulator.issuedSecrets().contains(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'))));
        assertEquals("", browser.open(request()).header("Set-Cookie"), "it has one");
    }

    @Test
    void thirty_idle_minutes_end_it_and_a_code_without_a_page_is_activity() throws Exception {
        var first = login();
        clock.advance(Duration.ofMinutes(29));
        assertEquals(first.text("session_state"), callback().get("session_state"));
        clock.advance(Duration.ofMinutes(29));
        assertEquals(first.text("session_state"), callback().get("session_state"));

        clock.advance(Duration.ofMinutes(30));

        assertEquals("login_required", callback("prompt", "none").get("error"));
        assertNotEquals(first.text("session_state"), callback().get("session_state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login"})
    void four_hours_end_it_however_busy_it_is(String prompt) throws Exception {
        var first = login();
        for (var visit = 0; visit < 8; visit++) {
            clock.advance(Duration.ofMinutes(28));
            assertEquals(first.text("session_state"), callback("prompt", prompt).get("session_state"));
        }

        clock.advance(Duration.ofMinutes(16));

        assertEquals("login_required", callback("prompt", "none").get("error"));
    }

    @Test
    void prompt_none_without_a_session_comes_back_with_login_required() throws Exception {
        var back = callback("prompt", "none");

        assertEquals("login_required", back.get("error"));
        assertEquals("a state & more", back.get("state"));
        login();
        assertTrue(callback("prompt", "none").containsKey("code"));
    }

    @ParameterizedTest
    @CsvSource({"prompt, none login", "max_age, soon", "max_age, -1"})
    void what_cannot_be_obeyed_is_refused(String name, String value) throws Exception {
        login();

        assertEquals("invalid_request", callback(name, value).get("error"));
    }

    @Test
    void prompt_none_and_too_old_a_login_is_login_required() throws Exception {
        login();
        clock.advance(Duration.ofMinutes(2));

        assertEquals(
                "login_required", callback("prompt", "none", "max_age", "60").get("error"));
        assertTrue(callback("prompt", "none", "max_age", "600").containsKey("code"));
    }

    @ParameterizedTest
    @CsvSource({
        "prompt, login, true",
        "max_age, 0, true",
        "max_age, 60, true",
        "max_age, 120, false",
        "max_age, 3600, false"
    })
    void the_same_person_logs_in_again_within_the_session_where_asked(String name, String value, boolean anew)
            throws Exception {
        var first = login();
        clock.advance(Duration.ofMinutes(2));

        var second = login(name, value);

        assertEquals(first.text("session_state"), second.text("session_state"));
        assertEquals(anew ? 120 : 0, authTime(second) - authTime(first));
    }

    @Test
    void another_person_must_log_out_first() throws Exception {
        login();
        simulator.browserPersona(new NationalId(DOCTOR));

        var kept = browser.open(request("prompt", "login"));

        assertEquals(500, kept.status());
        assertTrue(kept.response().body().contains("Une autre personne est connectée"));
        assertEquals(Personas.PHARMACIST.value(), person(login()));
    }

    @Test
    void a_dial_lets_another_person_log_in_and_ends_the_former_session() throws Exception {
        simulator.turn("prompt", "ANYBODY");
        var first = login();
        simulator.browserPersona(new NationalId(DOCTOR));

        var second = login("prompt", "login");

        assertEquals(DOCTOR, person(second));
        assertNotEquals(first.text("session_state"), second.text("session_state"));
        assertEquals(first.text("session_state"), receiver.claims().get("sid").asText());
        caller.refresh(first.text("refresh_token")).assertRefused(400, "invalid_grant");
        assertEquals(second.text("session_state"), callback().get("session_state"));
    }

    @Test
    void a_logout_at_one_client_ends_it_for_all_and_tells_each() throws Exception {
        var first = login();
        var second = loginAtOther();

        logout("id_token_hint", first.text("id_token")).assertOk();

        var told = receiver.claims();
        var otherTold = otherReceiver.claims();
        assertEquals(Caller.ID, told.get("aud").asText());
        assertEquals(OTHER, otherTold.get("aud").asText());
        assertEquals(second.text("session_state"), otherTold.get("sid").asText());
        assertEquals(told.get("sid"), otherTold.get("sid"));
        refreshAtOther(second).assertRefused(400, "invalid_grant");
        assertEquals("login_required", callback("prompt", "none").get("error"));
    }

    @Test
    void a_client_without_a_part_in_the_session_is_told_nothing() throws Exception {
        var tokens = login();

        logout("id_token_hint", tokens.text("id_token")).assertOk();

        receiver.token();
        assertEquals(0, otherReceiver.waiting());
    }

    @Test
    void a_revoked_refresh_token_ends_the_part_of_its_client_alone() throws Exception {
        var first = login();
        var second = loginAtOther();

        caller.post("revoke", Caller.fields("token", first.text("refresh_token")))
                .assertOk();

        assertEquals(401, caller.userInfo(first.text("access_token")).status());
        refreshAtOther(second).assertOk();
    }

    @Test
    void the_page_that_asks_has_a_button_that_ends_it_and_leads_back() throws Exception {
        var tokens = login();
        loginAtOther();
        var page = logout("client_id", OTHER, "post_logout_redirect_uri", OTHER_POST_LOGOUT.toString(), "state", "s")
                .assertOk();
        caller.userInfo(tokens.text("access_token")).assertOk();

        var answer = press(page, Visitor.hiddenFields(page));

        assertEquals(302, answer.status());
        assertEquals(OTHER_POST_LOGOUT + "?state=s", answer.header("Location"));
        assertTrue(
                page.header("Content-Security-Policy").contains("form-action 'self' https://autre.example.invalid;"),
                "a browser would not follow the redirect otherwise");
        receiver.token();
        otherReceiver.token();
        assertEquals("login_required", callback("prompt", "none").get("error"));
    }

    @Test
    void the_page_that_asks_works_for_whoever_names_no_client() throws Exception {
        login();
        var page = logout().assertOk();

        press(page, Visitor.hiddenFields(page)).assertOk();

        receiver.token();
    }

    @Test
    void a_foreign_form_and_a_foreign_address_end_nothing() throws Exception {
        var tokens = login();
        var page = logout("client_id", Caller.ID).assertOk();
        var forged = Visitor.hiddenFields(page);
        forged.put("token", "x");
        var elsewhere = Visitor.hiddenFields(page);
        elsewhere.put("post_logout_redirect_uri", OTHER_POST_LOGOUT.toString());

        assertEquals(403, press(page, forged).status());
        assertEquals(400, press(page, elsewhere).status());
        elsewhere.remove("client_id");
        assertEquals(400, press(page, elsewhere).status());
        assertEquals(
                400,
                logout("client_id", Caller.ID, "post_logout_redirect_uri", OTHER_POST_LOGOUT.toString())
                        .status());
        assertEquals(
                400,
                logout("post_logout_redirect_uri", Caller.POST_LOGOUT.toString())
                        .status());
        assertEquals(400, logout("client_id", "nobody").status());

        caller.userInfo(tokens.text("access_token")).assertOk();
    }

    private Answer press(Answer page, Map<String, String> fields) throws Exception {
        var action = URI.create(caller.endpoint("logout") + "/logout-confirm");
        assertTrue(page.response().body().contains("action=\"" + action.getPath() + "\""));
        return caller.sendForm(action, fields, "Origin", Visitor.origin(action));
    }

    @Test
    void the_last_tokens_of_a_session_end_with_it() throws Exception {
        var tokens = login();
        for (var refresh = 0; refresh < 8; refresh++) {
            clock.advance(Duration.ofMinutes(29));
            tokens = caller.refresh(tokens.text("refresh_token")).assertOk();
        }
        clock.advance(Duration.ofMinutes(7));

        tokens = caller.refresh(tokens.text("refresh_token")).assertOk();

        var end = clock.instant().plusSeconds(60).getEpochSecond();
        assertEquals(60, tokens.json().get("expires_in").asInt());
        assertEquals(60, tokens.json().get("refresh_expires_in").asInt());
        assertEquals(end, tokens.claims("access_token").get("exp").asLong());
        assertEquals(end, tokens.claims("id_token").get("exp").asLong());
        clock.advance(Duration.ofSeconds(60));
        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_session_kept_by_one_client_does_not_prolong_the_refresh_tokens_of_another() throws Exception {
        var first = login();
        clock.advance(Duration.ofMinutes(20));
        var second = loginAtOther();
        clock.advance(Duration.ofMinutes(15));

        caller.refresh(first.text("refresh_token")).assertRefused(400, "invalid_grant");
        assertFalse(second.text("refresh_token").isEmpty());
        refreshAtOther(second).assertOk();
    }

    @Test
    void a_person_who_logged_in_at_the_page_sees_it_once() throws Exception {
        try (var interactive = builder().interactive().start()) {
            var http =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            var visitor = new Visitor("fr", http);
            var login = new BrowserLogin(interactive, new Caller(interactive, http));
            var waiting = visitor.submit(
                    visitor.open(interactive
                            .authorizationEndpoint()
                            .resolve(login.open(request()).header("Location"))),
                    "channel",
                    "MOBILE",
                    "identifier",
                    DOCTOR);
            var number = Visitor.number(waiting);
            visitor.submit(visitor.open(interactive.pages().resolve("/phone")), "number", number);
            var first = BrowserLogin.callback(visitor.get(waiting.response().uri()));

            var second = BrowserLogin.callback(login.open(request()));

            assertTrue(first.containsKey("code") && second.containsKey("code"));
            assertEquals(first.get("session_state"), second.get("session_state"));
        }
    }
}
