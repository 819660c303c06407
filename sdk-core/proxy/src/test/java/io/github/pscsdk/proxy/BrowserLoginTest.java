package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser way in, with a browser that follows redirects. */
class BrowserLoginTest {
    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    private static Answer begin() throws Exception {
        return bench.calls().beginInBrowser();
    }

    @Test
    void the_page_shows_a_code_and_the_software_has_the_session_for_it() throws Exception {
        var begun = begin();

        var window = Window.ofLogin(begun);
        var waiting = bench.calls().follow(begun);
        var done = bench.calls().giveCode(begun, window.code());

        assertEquals(201, begun.status());
        assertEquals(200, window.page().status());
        assertEquals("{\"state\":\"CODE_NEEDED\",\"triesLeft\":3}", waiting.text());
        assertEquals(200, done.status());
        assertEquals("DONE", done.json("/state"));
        var session = bench.calls().withCookie(done.json("/proxy_session_id")).get("/v1/session");
        assertEquals(Bench.PHARMACIST, session.json("/professional/nationalId"));
        assertEquals("MOBILE", session.json("/authMode"));
    }

    @Test
    void the_page_is_kept_nowhere_and_names_nobody() throws Exception {
        var page = Window.ofLogin(begin()).page();

        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none';"));
        assertTrue(page.header("Set-Cookie").isEmpty(), "the browser is not the software");
        assertFalse(page.text().contains("FICTIVE"));
    }

    @Test
    void the_code_is_read_out_digit_by_digit_and_warned_of_in_both_languages() throws Exception {
        var window = Window.ofLogin(begin());

        var spelt = String.join(", ", window.code().replace(" ", "").split(""));

        var page = window.page().text();
        assertEquals(3, page.split("role=\"img\" aria-label=\"" + spelt + "\"", -1).length, "once in each language");
        assertTrue(page.contains("Ne donnez ce code à personne"));
        assertTrue(page.contains("Give this code to nobody"));
        assertFalse(page.contains("%"), "a gap of the template");
    }

    @Test
    void a_callback_works_once() throws Exception {
        var begun = begin();
        var window = Window.ofLogin(begun);

        var again = Window.open(window.address().toString()).page();

        assertEquals(400, again.status());
        assertEquals("PSC-009", again.header("Psc-Proxy-Error"));
        assertTrue(again.text().contains("PSC-009"));
        assertEquals("DONE", bench.calls().giveCode(begun, window.code()).json("/state"), "the first one still counts");
    }

    @Test
    void a_refusal_on_the_login_page_reaches_page_and_software() throws Exception {
        var begun = begin();
        bench.simulator.browserPersona(new NationalId("899999100045"));

        var page = Window.ofLogin(begun).page();

        bench.simulator.browserPersona(new NationalId(Bench.PHARMACIST));
        assertEquals(401, page.status());
        assertTrue(page.text().contains("PSC-001"));
        assertEquals("PSC-001", bench.calls().follow(begun).json("/problem"));
    }

    @Test
    void a_forged_callback_is_refused_and_disturbs_nobody() throws Exception {
        var begun = begin();
        var callback = bench.proxy.address() + "/v1/callback";

        assertEquals(
                400, Window.open(callback + "?state=forged&code=forged").page().status());
        assertEquals(400, Window.open(callback + "?error=access_denied").page().status());
        assertEquals(400, Window.open(callback).page().status());
        assertEquals(
                "PENDING", bench.calls().get("/v1/logins/" + begun.json("/id")).json("/state"));
    }

    @Test
    void a_window_left_open_keeps_no_other_login_from_its_end() throws Exception {
        var abandoned = begin();
        var begun = begin();

        var done = bench.calls().giveCode(begun, Window.ofLogin(begun).code());

        assertEquals("DONE", done.json("/state"));
        assertEquals(
                "PENDING",
                bench.calls().get("/v1/logins/" + abandoned.json("/id")).json("/state"));
    }

    @Test
    void a_callback_after_cancelling_finds_nothing() throws Exception {
        var before = successes();
        var begun = begin();
        bench.calls().cancel(begun);

        var page = Window.ofLogin(begun).page();

        assertEquals(400, page.status());
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
