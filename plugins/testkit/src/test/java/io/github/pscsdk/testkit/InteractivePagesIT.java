package io.github.pscsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.testkit.chromium.Chromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, with their script. Leaves pictures of them in {@code target/pages}. */
class InteractivePagesIT {
    private static final String DOCTOR = "899999100029";
    private static final Path PICTURES = Path.of("target", "pages");
    private static final int ENTER = 13;

    @TempDir(cleanup = CleanupMode.NEVER) // a browser may still write while it ends
    private Path profile;

    private final VirtualClock clock = VirtualClock.standing();
    private Chromium chromium;
    private HttpServer service;
    private PscSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        chromium = Chromium.start(profile);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var page = "<!DOCTYPE html><title>back</title>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        service.start();
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret(Caller.ID, Caller.SECRET).withRedirectUri(serviceUri()))
                .clock(clock)
                .interactive()
                .start();
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() throws Exception {
        if (simulator != null) {
            simulator.close();
        }
        if (service != null) {
            service.stop(0);
        }
        if (chromium != null) {
            chromium.end();
        }
    }

    private URI serviceUri() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/retour");
    }

    private Tab loginPage(String language) throws Exception {
        var request = BrowserLogin.request();
        request.put("redirect_uri", serviceUri().toString());
        var tab = chromium.tab();
        tab.resize(900, 760);
        tab.go(URI.create(simulator.authorizationEndpoint() + "?" + Caller.encoded(request)));
        tab.await("location.pathname == '/login' && document.readyState == 'complete'");
        tab.evaluate("document.querySelector('[hreflang=" + language + "]')?.click()");
        tab.await("document.documentElement.lang == '" + language + "' && document.readyState == 'complete'");
        return tab;
    }

    private Tab page(String path, int width, int height) throws Exception {
        var tab = chromium.tab();
        tab.resize(width, height);
        tab.go(simulator.pages().resolve(path));
        tab.await("location.pathname == '" + path + "' && document.readyState == 'complete'");
        return tab;
    }

    private static void looksAccessible(Tab tab) throws Exception {
        tab.await("[...document.querySelectorAll('input:not([type=hidden])')].every(field => field.labels.length > 0)");
        tab.await("document.querySelectorAll('h1').length == 1 && document.documentElement.lang.length == 2");
        tab.await("[...document.querySelectorAll('fieldset')].every(set => set.querySelector('legend'))");
        tab.await("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertEquals("", tab.complaints());
    }

    private Map<String, String> callback(Tab tab) throws Exception {
        tab.await("document.title == 'back'");
        return BrowserLogin.parameters(URI.create(tab.evaluate("location.href")));
    }

    @Test
    void a_person_logs_in_with_the_keyboard_and_the_phone() throws Exception {
        var login = loginPage("fr");
        looksAccessible(login);
        login.picture(PICTURES.resolve("login-fr.png"));

        login.evaluate("document.getElementById('identifier').focus()");
        login.type(DOCTOR);
        login.press("Enter", ENTER);
        login.await("!!document.querySelector('.number')");
        looksAccessible(login);
        login.picture(PICTURES.resolve("waiting-fr.png"));
        var number = login.evaluate("document.querySelector('.number').textContent.trim()");
        var phone = page("/phone", 412, 760);
        looksAccessible(phone);
        phone.picture(PICTURES.resolve("phone-fr.png"));
        phone.evaluate("document.querySelector('button[value=\"" + number + "\"]').focus()");
        phone.press("Enter", ENTER);
        phone.await("!!document.querySelector('.outcome')");

        var code = callback(login).get("code");
        var exchange = BrowserLogin.exchange(code);
        exchange.put("redirect_uri", serviceUri().toString());
        caller.post("token", exchange).assertOk();
        var cockpit = page("/cockpit", 1200, 900);
        looksAccessible(cockpit);
        cockpit.picture(PICTURES.resolve("cockpit-fr.png"));
    }

    @Test
    void a_person_logs_in_with_the_card() throws Exception {
        var reader = page("/cps-gestion", 900, 760);
        var login = loginPage("en");
        login.evaluate("document.querySelector('[value=CARD]').click()");
        login.evaluate("document.getElementById('identifier').focus()");
        login.type(DOCTOR);
        login.press("Enter", ENTER);

        // The request comes by itself to a page that was open before.
        reader.await("!!document.querySelector('.code')");
        looksAccessible(reader);
        reader.picture(PICTURES.resolve("cps-gestion.png"));
        reader.evaluate("document.querySelector('.code').focus()");
        reader.type("1234");
        reader.press("Enter", ENTER);

        assertEquals(36 * 3 + 2, callback(login).get("code").length());
    }

    @Test
    void a_back_channel_request_comes_to_the_open_phone_and_may_be_refused_there() throws Exception {
        var phone = page("/phone", 412, 760);
        var id = caller.start(DOCTOR).assertOk().text("auth_req_id");

        phone.await("!!document.querySelector('[name=refuse]')");
        phone.await("document.getElementById('status').textContent.trim().endsWith('1')");
        phone.evaluate("document.querySelector('[name=refuse]').click()");
        phone.await("!!document.querySelector('.problem')");

        clock.advance(Duration.ofSeconds(15));
        caller.poll(id).assertRefused(400, "access_denied");
    }
}
