package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many logins one address may begin. */
class LoginLimitTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final int ALLOWED = 60;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_page_says_when_to_come_back_and_counts_by_the_address_that_the_reverse_proxy_saw() throws Exception {
        try (var lab = WebLab.open(folder)) {
            for (var i = 0; i < ALLOWED; i++) {
                assertEquals(303, login(lab, "forged " + i + ", " + ADDRESS).statusCode());
            }

            var refused = login(lab, "forged, " + ADDRESS);

            assertEquals(429, refused.statusCode());
            assertEquals("600", refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(refused.body().contains("Trop de tentatives de connexion"), refused.body());
            assertEquals(303, login(lab, "192.0.2.8").statusCode());
            assertEquals(303, new Visitor().get(lab.page("/login")).status(), "nor who calls without a proxy");
        }
    }

    @Test
    void a_form_may_have_another_limit() throws Exception {
        try (var lab = WebLab.withLoginLimit(folder, 1)) {
            assertEquals(303, login(lab, ADDRESS).statusCode());
            assertEquals(429, login(lab, ADDRESS).statusCode());
        }
    }

    private HttpResponse<String> login(WebLab lab, String forwardedFor) throws Exception {
        var request = HttpRequest.newBuilder(lab.page("/login"))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
