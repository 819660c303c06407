package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.VirtualClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many logins one address may begin. */
class LoginLimitTest {
    private static final String ADDRESS = "192.0.2.7";

    @TempDir
    Path folder;

    private final VirtualClock clock = VirtualClock.standing();
    private final LoginLimit limit = new LoginLimit(clock);

    private final HttpClient http = HttpClient.newHttpClient();

    private void fill(String address) {
        for (var i = 0; i < LoginLimit.ALLOWED; i++) {
            assertEquals(Optional.empty(), limit.begin(address));
        }
    }

    @Test
    void an_address_that_began_too_many_waits_until_the_ten_minutes_are_over() {
        limit.begin(ADDRESS);
        clock.advance(Duration.ofMinutes(9));
        for (var i = 1; i < LoginLimit.ALLOWED; i++) {
            assertEquals(Optional.empty(), limit.begin(ADDRESS));
        }

        assertEquals(Optional.of(Duration.ofMinutes(1)), limit.begin(ADDRESS));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), limit.begin(ADDRESS));
    }

    @Test
    void another_address_does_not_wait() {
        fill(ADDRESS);

        assertEquals(Optional.empty(), limit.begin("192.0.2.8"));
    }

    @Test
    void no_more_than_ten_thousand_addresses_are_remembered() {
        fill(ADDRESS);
        for (var i = 1; i < LoginLimit.MOST_ADDRESSES; i++) {
            limit.begin("address " + i);
        }
        assertTrue(limit.begin(ADDRESS).isPresent());

        limit.begin("one more");

        assertEquals(Optional.empty(), limit.begin(ADDRESS));
    }

    @Test
    void the_page_says_when_to_come_back_and_counts_by_the_address_that_the_reverse_proxy_saw() throws Exception {
        try (var lab = WebLab.open(folder)) {
            for (var i = 0; i < LoginLimit.ALLOWED; i++) {
                assertEquals(303, login(lab, "forged " + i + ", " + ADDRESS).statusCode());
            }

            var refused = login(lab, "forged, " + ADDRESS);

            assertEquals(429, refused.statusCode());
            assertEquals("600", refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(refused.body().contains("Trop de connexions"), refused.body());
            assertEquals(303, login(lab, "192.0.2.8").statusCode());
            assertEquals(303, new Visitor().get(lab.page("/login")).status(), "nor who calls without a proxy");
        }
    }

    private HttpResponse<String> login(WebLab lab, String forwardedFor) throws Exception {
        var request = HttpRequest.newBuilder(lab.page("/login"))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
