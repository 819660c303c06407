package io.github.pscsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client is told that its session has ended. */
class BackchannelLogoutTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer client;
    private PscSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/logout", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        client.start();
        simulator = PscSimulator.builder()
                .client(Caller.registration()
                        .withBackchannelLogoutUri(URI.create(
                                "http://127.0.0.1:" + client.getAddress().getPort() + "/logout")))
                .clock(clock)
                .start();
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.stop(0);
    }

    private Answer login() throws Exception {
        var id = caller.start("899999100011").assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id).assertOk();
    }

    private String notice() throws Exception {
        var notice = received.poll(30, TimeUnit.SECONDS);
        assertNotNull(notice, "no logout token came");
        assertTrue(notice.startsWith("POST logout_token="));
        return notice.substring("POST logout_token=".length());
    }

    @Test
    void a_logout_sends_a_logout_token() throws Exception {
        var tokens = login();
        var form = Caller.encoded(Caller.fields("id_token_hint", tokens.text("id_token")));

        caller.post(caller.endpoint("logout"), "", form).assertOk();

        var token = notice();
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
        assertTrue(Jwt.payload(notice()).contains(first.text("session_state")));

        simulator.endSessions();
        var second = login();
        simulator.endSessions();

        assertTrue(Jwt.payload(notice()).contains(second.text("session_state")));
        caller.refresh(first.text("refresh_token")).assertRefused(400, "invalid_grant");
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
