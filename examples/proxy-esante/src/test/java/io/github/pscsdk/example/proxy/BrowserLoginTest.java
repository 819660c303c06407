package io.github.pscsdk.example.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser way in, with a browser that follows redirects. */
class BrowserLoginTest {
    private static final String BODY = "{\"wayIn\":\"BROWSER\",\"clientId\":\"" + Bench.CLIENT + "\"}";

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private Answer begin() throws Exception {
        return bench.calls().call("POST", "/v1/logins", BODY);
    }

    private HttpResponse<String> open(URI page) throws Exception {
        return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    private Answer follow(Answer begun) throws Exception {
        return bench.calls().get("/v1/logins/" + begun.json("/id") + "?wait=25");
    }

    @Test
    void the_browser_ends_on_a_page_and_the_software_has_the_session() throws Exception {
        var begun = begin();

        var page = open(URI.create(begun.json("/authorizationUri")));

        assertEquals(201, begun.status());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("revenez à votre logiciel"));
        assertTrue(page.body().contains("go back to your software"));
        var state = follow(begun);
        assertEquals("DONE", state.json("/state"));
        var session = bench.calls().withCookie(state.json("/proxy_session_id")).get("/v1/session");
        assertEquals(Bench.PHARMACIST, session.json("/professional/nationalId"));
    }

    @Test
    void the_page_is_kept_nowhere_and_names_nobody() throws Exception {
        var page = open(URI.create(begin().json("/authorizationUri")));

        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty(), "the browser is not the software");
        assertFalse(page.body().contains("FICTIVE"));
    }

    @Test
    void a_callback_works_once() throws Exception {
        var begun = begin();
        var page = open(URI.create(begun.json("/authorizationUri")));
        follow(begun);

        var again = open(page.uri());

        assertEquals(400, again.statusCode());
        assertTrue(again.body().contains("PSC-009"));
        assertEquals("DONE", follow(begun).json("/state"));
    }

    @Test
    void a_refusal_on_the_login_page_reaches_page_and_software() throws Exception {
        var begun = begin();
        bench.simulator.browserPersona(new NationalId("899999100045"));

        var page = open(URI.create(begun.json("/authorizationUri")));

        bench.simulator.browserPersona(new NationalId(Bench.PHARMACIST));
        assertEquals(401, page.statusCode());
        assertTrue(page.body().contains("PSC-001"));
        assertEquals("PSC-001", follow(begun).json("/problem"));
    }

    @Test
    void a_forged_callback_is_refused_and_disturbs_nobody() throws Exception {
        var begun = begin();

        var forged = open(URI.create(bench.proxy.address() + "/v1/callback?state=forged&code=forged"));
        var stateless = open(URI.create(bench.proxy.address() + "/v1/callback"));

        assertEquals(400, forged.statusCode());
        assertEquals(400, stateless.statusCode());
        assertEquals(
                "PENDING", bench.calls().get("/v1/logins/" + begun.json("/id")).json("/state"));
    }

    @Test
    void a_callback_after_cancelling_finds_nothing() throws Exception {
        var before = successes();
        var begun = begin();
        bench.calls().call("DELETE", "/v1/logins/" + begun.json("/id"), "");

        var page = open(URI.create(begun.json("/authorizationUri")));

        assertEquals(400, page.statusCode());
        assertEquals(before, successes());
        assertTrue(bench.operator().trace("CONNECT_FAILURE").isPresent());
    }

    private static long successes() throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/type").equals("CONNECT_SUCCESS"))
                .count();
    }

    @Test
    void the_cookie_is_secure_where_browsers_come_by_https() throws Exception {
        try (var secure = Bench.start(builder -> builder.publicBaseUri(URI.create("https://proxy.editeur.example/")))) {
            var answer = secure.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

            assertTrue(answer.header("Set-Cookie").contains("; Secure"), answer.header("Set-Cookie"));
        }
    }
}
