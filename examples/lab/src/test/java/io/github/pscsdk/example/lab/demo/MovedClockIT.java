package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The servers of {@code psc-lab simulate --interactive}, two hours ahead of everybody else. */
class MovedClockIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_proxy_goes_by_the_clock_that_a_person_moves() throws Exception {
        try (var servers = DemoServers.start(PlayedServers.with(Optional.empty()))) {
            post(servers.simulator().control().resolve("/clock/advance"), "by=PT2H");

            var login = connect(servers);
            confirm(servers.simulator().pages(), login);

            var answer = Await.result("the login is answered", login);
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    private CompletableFuture<HttpResponse<String>> connect(DemoServers servers) {
        var body = "{\"nationalId\":\"" + Personas.PHARMACIST.value() + "\",\"bindingMessage\":\"42\",\"clientId\":\""
                + DemoServers.CLIENT + "\",\"channel\":\"MOBILE\"}";
        var request = HttpRequest.newBuilder(servers.proxy().resolve("/connect"))
                .header("Authorization", "Bearer " + servers.revealApplicationToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Looks at the phone until the request is there. */
    private void confirm(URI pages, CompletableFuture<HttpResponse<String>> login) throws Exception {
        var phone = pages.resolve("/phone");
        var form = Pattern.compile("(?s)name=\"token\" value=\"([^\"]+)\".*name=\"prompt\" value=\"([^\"]+)\"");
        while (true) {
            var page = http.send(HttpRequest.newBuilder(phone).build(), BodyHandlers.ofString())
                    .body();
            var found = form.matcher(page);
            if (found.find()) {
                post(phone, "number=42&token=" + found.group(1) + "&prompt=" + found.group(2));
                return;
            }
            assertFalse(login.isDone(), "the login ended before anybody was asked");
        }
    }

    private void post(URI uri, String form) throws Exception {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://" + uri.getRawAuthority())
                .POST(BodyPublishers.ofString(form));
        var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        assertTrue(status < 400, uri + " answers " + status);
    }
}
