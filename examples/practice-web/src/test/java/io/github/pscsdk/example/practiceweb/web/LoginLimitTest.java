package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many logins one address begins. */
class LoginLimitTest {
    private static final int ALLOWED = 60;
    private static final String ADDRESS = "192.0.2.7";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_page_says_when_to_come_back_and_counts_by_the_address_that_the_reverse_proxy_saw() throws Exception {
        var lab = PracticeLab.shared();
        for (var i = 0; i < ALLOWED; i++) {
            assertEquals(303, login(lab, "198.51.100." + i + ", " + ADDRESS).statusCode());
        }

        var refused = login(lab, "198.51.100.200, " + ADDRESS);

        assertEquals(429, refused.statusCode());
        assertEquals("600", refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(refused.body().contains("<h1>Trop de connexions</h1>"), refused.body());
        assertEquals(303, login(lab, "10.0.0.1").statusCode(), "another one, be it of a private network");
        assertEquals(
                429, login(lab, "10.0.0.2, " + ADDRESS).statusCode(), "what a browser says of itself does not count");
        assertEquals(303, new Visitor().get(lab.page("/psc/login")).status(), "nor who calls without a proxy");
        lab.clock().advance(Duration.ofMinutes(10));
        assertEquals(303, login(lab, ADDRESS).statusCode());
    }

    private HttpResponse<String> login(PracticeLab lab, String forwardedFor) throws Exception {
        var request = HttpRequest.newBuilder(lab.page("/psc/login"))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
