package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** An answer of the simulator, with the checks that tests make of one. */
record Answer(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return read(response.body());
    }

    String text(String member) {
        return json().path(member).asText();
    }

    /** The claims of a token among the members. */
    JsonNode claims(String member) {
        return read(Jwt.payload(text(member)));
    }

    Answer assertOk() {
        assertEquals(200, status(), response.body());
        return this;
    }

    void assertRefused(int status, String error) {
        assertEquals(error, text("error"), response.body());
        assertEquals(status, status());
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
