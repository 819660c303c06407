package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.testkit.simulator.model.LogoutNotice;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client is told that its session has ended. */
class BackchannelLogoutTest {
    private final VirtualClock clock = VirtualClock.standing();
    private LogoutReceiver client;
    private PscSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        client = new LogoutReceiver(200);
        simulator = simulator(client.address());
        caller = new Caller(simulator);
    }

    private PscSimulator simulator(URI address) {
        return PscSimulator.builder()
                .client(Caller.registration().withBackchannelLogoutUri(address))
                .clock(clock)
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.close();
    }

    private Answer login() throws Exception {
        var id = caller.start("899999100011").assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id).assertOk();
    }

    @Test
    void a_logout_sends_a_logout_token() throws Exception {
        var tokens = login();
        var form = Caller.encoded(Caller.fields("id_token_hint", tokens.text("id_token")));

        caller.post(caller.endpoint("logout"), "", form).assertOk();

        var token = client.token();
        JsonNode claims = JsonMapper.builder().build().readTree(Jwt.payload(token));
        assertEquals(simulator.issuer().toString(), claims.get("iss").asText());
        assertEquals(Caller.ID, claims.get("aud").asText());
        assertEquals(tokens.text("session_state"), claims.get("sid").asText());
        assertEquals(tokens.claims("id_token").get("sub"), claims.get("sub"));
        assertEquals(clock.instant().getEpochSecond(), claims.get("iat").asLong());
        assertEquals(120, claims.get("exp").asLong() - claims.get("iat").asLong());
        assertEquals("Logout", claims.get("typ").asText());
        assertTrue(claims.hasNonNull("jti"));
        assertFalse(claims.has("nonce"), "forbidden by the specification");
        assertEquals(
                "{\"http://schemas.openid.net/event/backchannel-logout\":{}}",
                claims.get("events").toString());
        var keys = caller.get(caller.endpoint("certs")).assertOk().json().get("keys");
        assertTrue(Jwt.isSignedBy(token, keys.get(0)));
        assertTrue(simulator.issuedSecrets().contains(token));
    }

    @Test
    void a_session_may_be_ended_from_the_other_side_and_only_once() throws Exception {
        var first = login();
        simulator.endSessions();
        assertTrue(Jwt.payload(client.token()).contains(first.text("session_state")));

        simulator.endSessions();
        var second = login();
        simulator.endSessions();

        assertTrue(Jwt.payload(client.token()).contains(second.text("session_state")));
        caller.refresh(first.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_client_that_fails_is_told_once_and_never_again() throws Exception {
        try (var failing = new LogoutReceiver(500);
                var other = simulator(failing.address())) {
            endAsMany(other, 2);

            failing.token();
            failing.token();
            awaitNotices(other, 2);
            assertEquals(
                    List.of(OptionalInt.of(500), OptionalInt.of(500)),
                    other.logoutNotices().stream().map(LogoutNotice::status).toList());
            assertEquals(0, failing.waiting(), "one attempt for each session");
        }
    }

    @Test
    void a_client_that_is_down_is_recorded_as_not_reached() throws Exception {
        var nobody = URI.create("http://127.0.0.1:" + ReservedPort.next() + "/logout");
        try (var other = simulator(nobody)) {
            endAsMany(other, 1);

            awaitNotices(other, 1);

            assertEquals(List.of(new LogoutNotice(Caller.ID, nobody, OptionalInt.empty())), other.logoutNotices());
        }
    }

    private static void endAsMany(PscSimulator simulator, int sessions) throws Exception {
        var browser = new BrowserLogin(simulator, new Caller(simulator));
        for (var session = 0; session < sessions; session++) {
            browser.code();
        }
        simulator.endSessions();
    }

    private static void awaitNotices(PscSimulator simulator, int count) {
        Await.until("the notices are finished", () -> simulator.logoutNotices().size() >= count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/logout",
                "https://editeur.example.invalid/logout",
                "http://127.0.0.1.example.invalid/",
                "ftp://127.0.0.1/",
                "/logout"
            })
    void is_sent_to_no_other_machine(String address) {
        var registration = Caller.registration();
        var elsewhere = URI.create(address);

        assertThrows(IllegalArgumentException.class, () -> registration.withBackchannelLogoutUri(elsewhere));
    }
}
