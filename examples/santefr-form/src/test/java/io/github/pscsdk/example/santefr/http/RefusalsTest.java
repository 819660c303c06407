package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.BROKEN;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any rule looks at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private static final byte[] FLAWLESS = SampleDeclaration.flawless().bytes();

    private RunningForm form;
    private FormClient client;

    @BeforeAll
    void start(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
        client = form.client();
    }

    @AfterAll
    void stop() {
        form.close();
    }

    @Test
    void without_a_token_nothing_is_answered() throws Exception {
        var post = client.post(null, "key-1", FLAWLESS);
        var get = client.get(null, "SF-2026-0000001");

        assertEquals(401, post.status());
        assertEquals("not-signed-in", post.json().path("error").asText());
        assertEquals(
                "Bearer realm=\"santefr-form\"",
                post.response().headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(401, get.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "Basic dG9rZW46", "Bearer", "Bearer a b", "token-of-the-pharmacist"})
    void a_header_without_a_living_token_is_refused(String header) throws Exception {
        var request = client.request("/declarations/SF-2026-0000001", null)
                .header("Authorization", header)
                .GET()
                .build();

        assertEquals(401, client.send(request, "get", "/declarations/{number}").status());
    }

    @Test
    void the_caller_is_asked_for_before_the_body_is_looked_at() throws Exception {
        assertEquals(
                401,
                client.post("unknown", null, "x".getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void an_authorization_server_that_fails_is_not_the_callers_fault() throws Exception {
        var answer = client.post(BROKEN, "key-1", FLAWLESS);

        assertEquals(503, answer.status());
        assertEquals("5", answer.response().headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void a_declaration_without_a_usable_key_is_refused() throws Exception {
        assertEquals(400, client.post(PHARMACIST, null, FLAWLESS).status());
        assertEquals(400, client.post(PHARMACIST, "", FLAWLESS).status());
        assertEquals(400, client.post(PHARMACIST, "k".repeat(129), FLAWLESS).status());
        assertEquals(
                "idempotency-key",
                client.post(PHARMACIST, null, FLAWLESS).json().path("error").asText());
        assertEquals(201, client.post(PHARMACIST, "k".repeat(128), FLAWLESS).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"place\":1}",
                "{\"offers\":[{\"phone\":33345810421}]}",
                "{\"unknown\":\"x\"}",
                "{\"hidden\":\"t\"}{}",
                "<declaration/>"
            })
    void a_body_that_is_no_declaration_is_refused_with_its_place(String body) throws Exception {
        var answer = client.post(PHARMACIST, "key-malformed", body.getBytes(StandardCharsets.UTF_8));

        assertEquals(400, answer.status());
        assertEquals("malformed", answer.json().path("error").asText());
        assertFalse(answer.json().path("detail").asText().isEmpty());
        assertFalse(answer.text().contains("33345810421"));
    }

    @Test
    void JSON_that_nests_too_deep_is_refused() throws Exception {
        var deep = "{\"offers\":".concat("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        assertEquals(400, client.post(PHARMACIST, "key-deep", deep).status());
    }

    @Test
    void an_empty_object_is_judged_by_the_rules() throws Exception {
        var answer = client.post(PHARMACIST, "key-empty", "{}".getBytes(StandardCharsets.UTF_8));

        assertEquals(422, answer.status());
        assertEquals("V-TXT", answer.json().at("/findings/0/rule").asText());
    }

    @ParameterizedTest
    @ValueSource(ints = {128 * 1024 + 1, 10 * 1024 * 1024})
    void a_body_above_128_KiB_is_refused_whether_or_not_it_tells_its_length(int length) throws Exception {
        var huge = new byte[length];
        var chunked = client.request("/declarations", PHARMACIST)
                .header("Idempotency-Key", "key-huge")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
                .build();

        var told = client.post(PHARMACIST, "key-huge", huge);
        var untold = client.send(chunked, "post", "/declarations");

        assertEquals(413, told.status());
        assertEquals("too-large", told.json().path("error").asText());
        assertEquals(413, untold.status());
    }

    @Test
    void a_long_list_of_wrong_offers_is_not_answered_one_by_one() throws Exception {
        var offers = "{\"offers\":[" + "{},".repeat(30_000) + "{}]}";

        assertEquals(
                400,
                client.post(PHARMACIST, "key-list", offers.getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void a_route_that_is_not_there_is_not_found() throws Exception {
        var request = client.request("/nowhere", PHARMACIST).GET().build();

        // The OpenAPI file documents 404 on the nearest route.
        assertEquals(404, client.send(request, "get", "/declarations/{number}").status());
    }
}
