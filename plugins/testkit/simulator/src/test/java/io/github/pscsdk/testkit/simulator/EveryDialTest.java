package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client sees of each dial there is. A dial that somebody adds has no case here, and this fails. */
class EveryDialTest {
    private static final String EDIT = "ANS20990101120000";

    private final VirtualClock clock = VirtualClock.standing();
    private LogoutReceiver receiver;
    private PscSimulator simulator;
    private Caller caller;
    private BrowserLogin browser;

    @FunctionalInterface
    private interface Look {
        Object see() throws Exception;
    }

    private record Case(Object usual, String turnedTo, Object then, Look look) {}

    @BeforeEach
    void start() throws Exception {
        receiver = new LogoutReceiver(200);
        simulator = PscSimulator.builder()
                .client(Caller.registration().withBackchannelLogoutUri(receiver.address()))
                .clock(clock)
                .start();
        caller = new Caller(simulator);
        browser = new BrowserLogin(simulator, caller);
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.close();
    }

    static List<Dial<?>> dials() {
        return Dial.all();
    }

    @ParameterizedTest
    @MethodSource("dials")
    void a_client_sees_it_turned_and_turned_back(Dial<?> dial) throws Exception {
        var known = cases().get(dial);
        assertNotNull(known, () -> dial + " has no case in this test");
        assertEquals(known.usual(), known.look().see());

        simulator.turn(dial.name(), known.turnedTo());
        assertEquals(known.then(), known.look().see());

        simulator.reset(dial.name());
        assertEquals(known.usual(), known.look().see());
    }

    private Map<Dial<?>, Case> cases() {
        var cases = new HashMap<Dial<?>, Case>();
        cases.put(
                Dial.BEHAVIOUR,
                new Case(200, "refuses", 400, () -> poll("MOBILE").status()));
        cases.put(
                Dial.TOKEN_PROFILE,
                new Case(
                        "MOBILE",
                        "of_2021",
                        "",
                        () -> tokens().claims("access_token").path("authMode").asText()));
        cases.put(
                Dial.CARD_ACR,
                new Case(
                        "eidas2",
                        "eidas3",
                        "eidas3",
                        () -> poll("CARD").claims("id_token").get("acr").asText()));
        cases.put(
                Dial.IDENTITY,
                new Case(1, "merged", 2, () -> userInfo().get("otherIds").size()));
        cases.put(
                Dial.USER_INFO,
                new Case(true, "h_minimal", false, () -> userInfo().has("SubjectRefPro")));
        cases.put(Dial.TOKEN_DEFECT, issuerOf(() -> tokens().claims("id_token")));
        cases.put(Dial.LOGOUT_TOKEN_DEFECT, issuerOf(this::logoutToken));
        cases.put(
                Dial.DRIFT,
                new Case(
                        "eidas1",
                        "new_acr",
                        "eidas4",
                        () -> tokens().claims("id_token").get("acr").asText()));
        cases.put(
                Dial.MISSING_CLAIMS,
                new Case(true, "given_name", false, () -> userInfo().has("given_name")));
        cases.put(
                Dial.BROWSER_MEANS,
                new Case(
                        "MOBILE",
                        "card",
                        "CARD",
                        () -> byBrowser().claims("id_token").get("authMode").asText()));
        cases.put(Dial.BROWSER_SESSION, new Case(true, "false", false, this::secondLoginIsSilent));
        cases.put(Dial.PROMPT, new Case("login_required", "ignored", "", this::errorOfPromptNone));
        cases.put(
                Dial.LOGOUT_ASKS,
                new Case(
                        true,
                        "false",
                        false,
                        () -> caller.get(caller.endpoint("logout"))
                                .response()
                                .body()
                                .contains("<button")));
        cases.put(Dial.LOGOUT_ECHOES_STATE, new Case(true, "false", false, this::logoutEchoesState));
        cases.put(Dial.STRICTNESS, new Case(400, "as_known", 200, this::startWithoutLevel));
        cases.put(
                Dial.API_RESPONSE,
                new Case(true, "rfc_8693", false, () -> exchanged().json().has("refresh_token")));
        cases.put(
                Dial.CLOSES_CONNECTIONS,
                new Case(false, "true", true, () -> Wire.isClosedAfter(caller.endpoint("certs"))));
        cases.put(Dial.SLOW_CONNECT_AUTH, slow(caller.endpoint("certs")));
        for (var endpoint : Endpoint.values()) {
            var address = address(endpoint);
            cases.put(Dial.fault(endpoint), new Case(false, "504", true, () -> status(address) == 504));
        }
        return cases;
    }

    /** Without a default: an endpoint that somebody adds does not compile. */
    private URI address(Endpoint endpoint) {
        return switch (endpoint) {
            case DISCOVERY -> URI.create(simulator.issuer() + "/.well-known/wallet-openid-configuration");
            case STANDARD_DISCOVERY -> URI.create(simulator.issuer() + "/.well-known/openid-configuration");
            case STANDARD_AUTHORIZATION -> caller.endpoint("auth");
            case JWKS -> caller.endpoint("certs");
            case AUTHORIZATION -> simulator.authorizationEndpoint();
            case BACKCHANNEL_AUTHENTICATION -> caller.endpoint("ext/ciba/auth");
            case TOKEN -> caller.endpoint("token");
            case USERINFO -> caller.endpoint("userinfo");
            case INTROSPECTION -> caller.endpoint("token/introspect");
            case LOGOUT -> caller.endpoint("logout");
            case REVOCATION -> caller.endpoint("revoke");
            case API_TOKEN -> simulator.apiTokenEndpoint();
            case API_INTROSPECTION -> simulator.apiIntrospectionEndpoint();
            case API_REVOCATION -> simulator.apiRevocationEndpoint();
            case API_JWKS -> simulator.apiTokenEndpoint().resolve("certs");
            case UNKNOWN -> caller.endpoint("nowhere");
        };
    }

    private int status(URI address) throws Exception {
        return caller.get(address).status();
    }

    private Case issuerOf(JsonLook token) {
        return new Case(
                simulator.issuer().toString(),
                "wrong_issuer",
                simulator.issuer() + "-other",
                () -> token.see().get("iss").asText());
    }

    @FunctionalInterface
    private interface JsonLook {
        JsonNode see() throws Exception;
    }

    /** Whoever is made to wait gives up soon; whoever is not has all the time in the world. */
    private Case slow(URI address) {
        return new Case("answered", "PT10M", "not heard", () -> {
            var patience = Duration.ofMillis(simulator.dials().isEmpty() ? 30_000 : 300);
            var request = HttpRequest.newBuilder(address).timeout(patience).build();
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
                return "answered";
            } catch (HttpTimeoutException e) {
                return "not heard";
            }
        });
    }

    private Answer poll(String channel) throws Exception {
        var request = Caller.backchannel(EDIT);
        request.put("channel", channel);
        var id = caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id);
    }

    private Answer tokens() throws Exception {
        return poll("MOBILE").assertOk();
    }

    private Answer byBrowser() throws Exception {
        return caller.post("token", BrowserLogin.exchange(browser.code())).assertOk();
    }

    private JsonNode userInfo() throws Exception {
        return caller.userInfo(tokens().text("access_token")).assertOk().json();
    }

    private JsonNode logoutToken() throws Exception {
        tokens();
        simulator.endSessions();
        return receiver.claims();
    }

    private boolean logoutEchoesState() throws Exception {
        var query = Caller.encoded(Caller.fields(
                "id_token_hint", tokens().text("id_token"),
                "post_logout_redirect_uri", Caller.POST_LOGOUT.toString(),
                "state", "s"));
        return caller.get(URI.create(caller.endpoint("logout") + "?" + query))
                .header("Location")
                .contains("state=s");
    }

    /** A login with the cookies of a browser, and whether a second one in it has the same session. */
    private boolean secondLoginIsSilent() throws Exception {
        var cookies = new BrowserLogin(simulator, withCookies());
        var first = cookies.open(BrowserLogin.request());
        return BrowserLogin.callback(first)
                .get("session_state")
                .equals(BrowserLogin.callback(cookies.open(BrowserLogin.request()))
                        .get("session_state"));
    }

    private String errorOfPromptNone() throws Exception {
        var request = BrowserLogin.request();
        request.put("prompt", "none");
        return BrowserLogin.callback(browser.open(request)).getOrDefault("error", "");
    }

    private Caller withCookies() {
        return new Caller(
                simulator,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    private int startWithoutLevel() throws Exception {
        var request = Caller.backchannel(EDIT);
        request.remove("acr_values");
        return caller.post("ext/ciba/auth", request).status();
    }

    private Answer exchanged() throws Exception {
        var form = Caller.fields(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                tokens().text("access_token"),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token");
        return caller.post(simulator.apiTokenEndpoint(), Caller.basic(Caller.ID, Caller.SECRET), Caller.encoded(form));
    }
}
