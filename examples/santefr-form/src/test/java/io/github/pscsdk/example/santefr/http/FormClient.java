package io.github.pscsdk.example.santefr.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the form, and fails the test if an answer has a status that the OpenAPI file does not document. */
final class FormClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode OPEN_API = openApi();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    FormClient(URI address) {
        this.address = address;
    }

    record Answer(int status, JsonNode json, String text, HttpResponse<String> response) {}

    Answer post(String token, String key, byte[] body) throws Exception {
        var request = request("/declarations", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build(), "post", "/declarations");
    }

    Answer get(String token, String number) throws Exception {
        return send(request("/declarations/" + number, token).GET().build(), "get", "/declarations/{number}");
    }

    Answer list(String token) throws Exception {
        return send(request("/declarations", token).GET().build(), "get", "/declarations");
    }

    Answer send(HttpRequest request, String method, String route) throws Exception {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        var documented = OPEN_API.path("paths").path(route).path(method).path("responses");
        assertTrue(
                documented.has(String.valueOf(response.statusCode())),
                () -> method + " " + route + " may not answer " + response.statusCode());
        return new Answer(response.statusCode(), JSON.readTree(response.body()), response.body(), response);
    }

    HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static JsonNode openApi() {
        try (var in = FormClient.class.getResourceAsStream("/io/github/pscsdk/example/santefr/openapi.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
