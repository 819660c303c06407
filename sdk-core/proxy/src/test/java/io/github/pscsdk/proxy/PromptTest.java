package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.time.VirtualClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A browser login that has the person asked anew, in a browser that has somebody's session at Pro Santé Connect. */
class PromptTest {
    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final Bench bench = Bench.at(clock, Duration.ofMinutes(2), proxy -> {});

    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();

    private static Answer begin(Bench bench, String prompt) throws Exception {
        return bench.calls()
                .call(
                        "POST",
                        "/v1/logins",
                        "{\"wayIn\":\"BROWSER\",\"clientId\":\"" + Bench.CLIENT + "\"" + prompt + "}");
    }

    private static boolean asks(Answer begun) {
        return begun.json("/authorizationUri").contains("&prompt=login");
    }

    private HttpResponse<String> open(Answer begun) throws Exception {
        var page = URI.create(begun.json("/authorizationUri"));
        return browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    @Test
    void the_caller_says_whether_the_person_is_asked_anew() throws Exception {
        assertFalse(asks(begin(bench, "")));
        assertFalse(asks(begin(bench, ",\"prompt\":\" \"")));
        assertTrue(asks(begin(bench, ",\"prompt\":\"login\"")));
        assertEquals(400, begin(bench, ",\"prompt\":\"none\"").status());
    }

    @Test
    void a_proxy_may_always_ask_and_lead_to_a_hospital() throws Exception {
        var options = BrowserLogin.Options.none().askingAnew().withIdentityProvider("chu");
        try (var asking = Bench.start(proxy -> proxy.browserLoginOptions(options))) {
            var begun = begin(asking, "");

            assertTrue(asks(begun));
            assertTrue(begun.json("/authorizationUri").contains("&kc_idp_hint=chu"));
        }
    }

    @Test
    void where_pro_sante_connect_asks_nobody_neither_page_nor_software_has_anything() throws Exception {
        bench.simulator.turn("prompt", "IGNORED");
        assertEquals(200, open(begin(bench, "")).statusCode());
        clock.advance(Duration.ofMinutes(5));

        var begun = begin(bench, ",\"prompt\":\"login\"");
        var page = open(begun);

        assertEquals(401, page.statusCode());
        assertTrue(page.body().contains("PSC-047"));
        assertEquals("PSC-047", bench.calls().follow(begun).json("/problem"));
    }
}
