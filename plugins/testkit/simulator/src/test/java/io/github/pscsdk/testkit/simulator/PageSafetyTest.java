package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSafetyTest extends WithInteractiveSimulator {
    private static final String PHARMACIST = Personas.PHARMACIST.value();

    @ParameterizedTest
    @ValueSource(strings = {"/phone", "/cps-gestion", "/cockpit"})
    void says_what_it_is_and_loads_nothing_from_elsewhere(String path) throws Exception {
        assertSafe(open(path));
    }

    @Test
    void so_do_the_pages_of_the_wallet() throws Exception {
        assertSafe(loginPage());
        assertSafe(waitingPage("MOBILE", PHARMACIST));
        assertSafe(waitingPage("CARD", PHARMACIST));
        assertSafe(visitor.open(caller.endpoint("logout")));
    }

    private void assertSafe(Answer page) {
        var body = page.response().body();
        assertTrue(body.contains("Ceci n’est pas Pro Santé Connect. Personnes fictives"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none';"));
        assertTrue(page.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertFalse(body.contains("style="), "no inline style");
        assertFalse(body.replace(simulator.pages().toString(), "").contains("//"), "no address but the simulator's");
    }

    @Test
    void a_host_name_that_somebody_else_points_here_is_refused() throws Exception {
        try (var socket = new Socket(page("/").getHost(), page("/").getPort())) {
            var request = "GET /phone HTTP/1.1\r\nHost: attaquant.example.invalid\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
            assertFalse(answer.contains("name=\"token\""));
        }
    }

    @Test
    void a_form_from_another_origin_is_refused() throws Exception {
        caller.start(PHARMACIST).assertOk();
        var form = Visitor.hiddenFields(open("/phone"));
        form.put("number", "07");

        var answers = List.of(
                visitor.post(page("/phone"), form, "Origin", "https://attaquant.example.invalid"),
                visitor.post(page("/phone"), form, "Origin", Visitor.origin(simulator.authorizationEndpoint())),
                visitor.post(page("/phone"), form, "Origin", "null"),
                visitor.post(page("/phone"), form));

        for (var answer : answers) {
            assertEquals(403, answer.status());
        }
        assertTrue(open("/phone").response().body().contains("<form"), "still waits");
    }

    @Test
    void a_form_without_the_token_of_its_page_is_refused() throws Exception {
        caller.start(PHARMACIST).assertOk();
        var form = Visitor.hiddenFields(open("/phone"));
        form.put("number", "07");
        var request = Caller.backchannel(PHARMACIST);
        request.put("channel", "CARD");
        caller.post("ext/ciba/auth", request).assertOk();
        var ofAnotherPage = Visitor.hiddenFields(open("/cps-gestion")).get("token");

        for (var token : new String[] {"", "abc", ofAnotherPage}) {
            form.put("token", token);
            var answer = visitor.post(page("/phone"), form, "Origin", Visitor.origin(page("/")));
            assertEquals(403, answer.status());
        }
        assertTrue(open("/phone").response().body().contains("<form"), "still waits");
    }

    @Test
    void what_comes_from_outside_is_escaped() throws Exception {
        var strange = "<b>\"Éditeur\" & 'fils'</b>";
        var request = BrowserLogin.request();
        request.put("client_id", strange);
        request.put("redirect_uri", "https://editeur.example.invalid/fils");
        request.put("state", "<script>alert(1)</script>");

        var login = loginPage(request);
        visitor.submit(login, "channel", "MOBILE", "identifier", PHARMACIST);

        for (var page : List.of(login, open("/phone"), open("/cockpit"))) {
            var body = page.response().body();
            assertTrue(body.contains("&lt;b&gt;\"Éditeur\" &amp; 'fils'&lt;/b&gt;"), body);
            assertFalse(body.contains("<b>"));
            assertFalse(body.contains("<script>"));
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, fr", "en-GB, en", "'de,en;q=0.5,fr;q=0.2', en", "de, fr", "*, fr", "'??', fr"})
    void speaks_the_language_that_the_browser_asks_for(String accepted, String spoken) throws Exception {
        var page = new Visitor(accepted).open(page("/phone"));

        assertTrue(page.response().body().contains("<html lang=\"" + spoken + "\">"));
    }

    @Test
    void remembers_the_language_that_was_switched_to() throws Exception {
        var switched = open("/phone?lang=en");
        var cookie = switched.header("Set-Cookie").split(";")[0];

        var next = visitor.get(page("/cockpit"), "Cookie", cookie);

        assertTrue(switched.response().body().contains("Nothing at the moment."));
        assertTrue(next.response().body().contains("Fictitious professionals"));
        assertTrue(next.response().body().contains("href=\"?lang=fr\""));
    }

    @Test
    void the_cockpit_shows_what_goes_on_and_no_secret() throws Exception {
        var waiting = waitingPage("MOBILE", PHARMACIST);
        visitor.submit(open("/phone"), "number", Visitor.number(waiting));
        var code = BrowserLogin.callback(again(waiting)).get("code");
        var tokens = caller.post("token", BrowserLogin.exchange(code)).assertOk();
        caller.userInfo(tokens.text("access_token")).assertOk();
        var request = Caller.backchannel("899999100029");
        request.put("channel", "CARD");
        var pending = caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
        caller.poll(pending);

        var body = open("/cockpit").response().body();

        for (var endpoint : List.of("AUTHORIZATION", "TOKEN", "USERINFO", "BACKCHANNEL_AUTHENTICATION")) {
            assertTrue(body.contains(">" + endpoint + "<"), endpoint);
        }
        assertTrue(body.contains("binding_message=***"));
        assertTrue(body.contains(">CARD<") && body.contains(">MOBILE<"), "a pending request and a session");
        for (var secret : simulator.issuedSecrets()) {
            // Two digits are also in times and identifiers; their place is checked above.
            assertFalse(secret.length() > 2 && body.contains(secret), "shows a secret");
        }
    }

    @Test
    void a_code_porteur_is_kept_nowhere() throws Exception {
        var request = Caller.backchannel(PHARMACIST);
        request.put("channel", "CARD");
        caller.post("ext/ciba/auth", request).assertOk();

        visitor.submit(open("/cps-gestion"), "code", "7391");

        assertFalse(simulator.issuedSecrets().contains("7391"));
        assertFalse(simulator.requests().stream()
                .map(RecordedRequest::form)
                .map(Map::values)
                .anyMatch(values -> values.contains("7391")));
    }

    @Test
    void pages_are_no_requests_of_the_protocol() throws Exception {
        open("/phone");
        open("/style.css");
        open("/watch.js");
        open("/favicon.ico");

        assertEquals(List.of(), simulator.requests());
    }
}
