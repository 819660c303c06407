package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form without a registration at Pro Santé Connect. */
class NotConfiguredTest {
    @TempDir
    Path folder;

    @Test
    void an_api_alone_says_on_its_page_that_nobody_can_log_in() throws Exception {
        try (var server = FormServer.start(FormConfiguration.of(folder.resolve("form"), token -> Optional.empty()))) {
            var visitor = new Visitor();

            var home = visitor.get(server.address().resolve("/"));

            assertEquals(200, home.status());
            assertTrue(home.text().contains("La connexion n’est pas configurée"), home.text());
            assertFalse(home.text().contains("class=\"psc\""), home.text());
            assertEquals(
                    200,
                    visitor.get(server.address().resolve("/guide/login_cps")).status());
            assertEquals(404, visitor.get(server.address().resolve("/login")).status());
            assertEquals(404, visitor.get(server.address().resolve("/me")).status());
        }
    }

    @Test
    void software_still_gets_json_where_a_route_does_not_exist() throws Exception {
        try (var server = FormServer.start(FormConfiguration.of(folder.resolve("form"), token -> Optional.empty()))) {
            var request = HttpRequest.newBuilder(server.address().resolve("/nowhere"))
                    .header("Accept", "application/json")
                    .build();

            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertEquals(404, answer.statusCode());
            assertTrue(answer.body().startsWith("{"), answer.body());
        }
    }
}
