package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private final HttpClient http = HttpClient.newHttpClient();

    private Answer call(String method, String path, String form, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.control() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void turns_a_dial_reads_it_and_turns_it_back() throws Exception {
        assertEquals(204, call("PUT", "/dials/fault-token", "value=503").status());
        assertEquals(503, caller.poll("anything").status());
        assertEquals("503", call("GET", "/dials/fault-token", "").text("value"));
        assertEquals(
                "503",
                call("GET", "/dials", "")
                        .json()
                        .get("turned")
                        .get("fault-token")
                        .asText());

        assertEquals(204, call("DELETE", "/dials/fault-token", "").status());

        caller.poll("anything").assertRefused(400, "invalid_grant");
        assertFalse(call("GET", "/dials/fault-token", "").json().has("value"));
    }

    @Test
    void turns_all_dials_back() throws Exception {
        for (var dial :
                new String[] {"behaviour value=NEVER_ANSWERS", "drift value=NEW_ACR", "user-info value=H_MINIMAL"}) {
            var parts = dial.split(" ");
            assertEquals(204, call("PUT", "/dials/" + parts[0], parts[1]).status());
        }
        assertEquals(3, simulator.dials().size());

        assertEquals(204, call("DELETE", "/dials", "").status());

        assertTrue(simulator.dials().isEmpty());
    }

    @Test
    void refuses_a_value_that_a_dial_does_not_have_and_a_dial_that_there_is_not() throws Exception {
        call("PUT", "/dials/behaviour", "value=SINGS").assertRefused(400, "invalid_request");
        call("PUT", "/dials/behaviour", "").assertRefused(400, "invalid_request");
        assertEquals(404, call("PUT", "/dials/volume", "value=11").status());
        assertEquals(405, call("POST", "/dials", "").status());
    }

    @Test
    void rotates_the_keys() throws Exception {
        var before = Jwt.header(login(PHARMACIST).text("id_token"));

        assertEquals(204, call("POST", "/keys/rotate", "").status());

        assertNotEquals(before, Jwt.header(login(PHARMACIST).text("id_token")));
    }

    @Test
    void moves_a_virtual_clock() throws Exception {
        var token = login(PHARMACIST).text("access_token");
        var then = clock.instant();

        var answer = call("POST", "/clock/advance", "by=PT2M").assertOk();

        assertEquals(then.plusSeconds(120).toString(), answer.text("now"));
        assertEquals(401, caller.userInfo(token).status());
        call("POST", "/clock/advance", "by=PT-1S").assertRefused(400, "invalid_request");
        call("POST", "/clock/advance", "by=later").assertRefused(400, "invalid_request");
        assertTrue(call("GET", "/clock", "").json().get("virtual").asBoolean());
    }

    @Test
    void cannot_move_the_clock_of_the_system() throws Exception {
        try (var other = PscSimulator.builder().client(Caller.registration()).start()) {
            var request = HttpRequest.newBuilder(URI.create(other.control() + "/clock/advance"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("by=PT1S"));

            assertEquals(
                    409,
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Test
    void tells_the_requests_masked_and_does_not_count_itself() throws Exception {
        var id = caller.start(PHARMACIST).assertOk().text("auth_req_id");
        caller.poll(id);

        var body = call("GET", "/requests", "").assertOk();

        var requests = body.json().get("requests");
        assertEquals(2, requests.size());
        assertEquals("TOKEN", requests.get(1).get("endpoint").asText());
        assertEquals("***", requests.get(1).get("form").get("auth_req_id").asText());
        for (var secret : simulator.issuedSecrets()) {
            assertFalse(body.response().body().contains("\"" + secret + "\""));
        }
        assertEquals(2, simulator.requests().size());
    }

    @Test
    void tells_who_is_asked_and_who_is_logged_in() throws Exception {
        var id = caller.start(PHARMACIST).assertOk().text("auth_req_id");
        var pending = call("GET", "/pending", "").json().get("pending");
        assertEquals(PHARMACIST, pending.get(0).get("nationalId").asText());
        assertEquals("MOBILE", pending.get(0).get("channel").asText());
        assertEquals(0, call("GET", "/sessions", "").json().get("sessions").size());
        clock.advance(Duration.ofSeconds(5));

        var tokens = caller.poll(id).assertOk();

        var sessions = call("GET", "/sessions", "").json().get("sessions");
        assertEquals(0, call("GET", "/pending", "").json().get("pending").size());
        assertEquals(tokens.text("session_state"), sessions.get(0).get("id").asText());
        assertEquals(Caller.ID, sessions.get(0).get("clientId").asText());
        clock.advance(Duration.ofHours(4));
        assertEquals(0, call("GET", "/sessions", "").json().get("sessions").size());
    }

    @Test
    void answers_a_pending_request_in_the_place_of_whoever_is_asked() throws Exception {
        var id = caller.start("899999100060").assertOk().text("auth_req_id");
        var pending = call("GET", "/pending", "").json().get("pending").get(0);
        var path = "/pending/" + pending.get("id").asText();
        call("POST", path, "outcome=maybe").assertRefused(400, "invalid_request");

        assertEquals(204, call("POST", path, "outcome=approved").status());

        caller.poll(id).assertOk();
        call("POST", path, "outcome=refused").assertRefused(404, "not_found");
        call("POST", "/pending/nobody", "outcome=refused").assertRefused(404, "not_found");
        assertEquals(405, call("GET", path, "").status());
    }

    @Test
    void tells_how_logout_tokens_fared() throws Exception {
        assertEquals(0, call("GET", "/logout-notices", "").json().get("notices").size());
        try (var receiver = new LogoutReceiver(200);
                var other = PscSimulator.builder()
                        .client(Caller.registration().withBackchannelLogoutUri(receiver.address()))
                        .start()) {
            new BrowserLogin(other, new Caller(other)).code();
            other.endSessions();
            var token = receiver.token();
            var notices = HttpRequest.newBuilder(URI.create(other.control() + "/logout-notices"))
                    .build();

            Await.until("the notice is finished", () -> !other.logoutNotices().isEmpty());
            var answer = new Answer(http.send(notices, HttpResponse.BodyHandlers.ofString()));

            var notice = answer.json().get("notices").get(0);
            assertEquals(200, notice.get("status").asInt());
            assertEquals(receiver.address().toString(), notice.get("address").asText());
            assertEquals(Caller.ID, notice.get("clientId").asText());
            assertFalse(answer.response().body().contains(token));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://attaquant.example.invalid",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refuses_a_page_of_another_origin(String header, String value) throws Exception {
        var answer = call("PUT", "/dials/behaviour", "value=REFUSES", header, value);

        assertEquals(403, answer.status());
        assertTrue(simulator.dials().isEmpty());
    }

    @Test
    void lets_a_page_of_its_own_in() throws Exception {
        var own = simulator.control().toString();

        assertEquals(200, call("GET", "/dials", "", "Origin", own).status());
    }

    @Test
    void refuses_a_host_name_that_was_made_to_point_here() throws Exception {
        var control = simulator.control();
        try (var socket = new Socket(control.getHost(), control.getPort())) {
            socket.getOutputStream()
                    .write("GET /requests HTTP/1.1\r\nHost: attaquant.example.invalid\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertEquals("HTTP/1.1 403 Forbidden", in.readLine());
        }
    }
}
