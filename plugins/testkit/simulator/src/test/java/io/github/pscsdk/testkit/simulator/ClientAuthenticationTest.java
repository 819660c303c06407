package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientAuthenticationTest extends WithSimulator {
    private static final Map<String, String> FORM = Caller.fields("token", "nothing");

    private Answer introspect(String authorization, String... more) throws Exception {
        var form = Caller.fields(more);
        form.putAll(FORM);
        return caller.post(caller.endpoint("token/introspect"), authorization, Caller.encoded(form));
    }

    @Test
    void takes_the_secret_in_the_header_or_in_the_form() throws Exception {
        introspect(Caller.basic(Caller.ID, Caller.SECRET)).assertOk();
        introspect("", "client_id", Caller.ID, "client_secret", Caller.SECRET).assertOk();

        assertEquals(AuthMethod.CLIENT_SECRET_BASIC, simulator.requests().get(0).authMethod());
        assertEquals(AuthMethod.CLIENT_SECRET_POST, simulator.requests().get(1).authMethod());
        assertEquals("***", simulator.requests().get(1).form().get("client_secret"));
    }

    private static final String TEXT = "Invalid client or Invalid client credentials";

    private URI endpoint(String name) {
        return switch (name) {
            case "api" -> simulator.apiTokenEndpoint();
            case "api/introspect" -> simulator.apiIntrospectionEndpoint();
            default -> caller.endpoint(name);
        };
    }

    /** What a caller does wrong, and the code that it gets where it wants a token. */
    enum Fault {
        WRONG_SECRET_IN_THE_HEADER(Caller.basic(Caller.ID, "wrong"), Map.of(), "unauthorized_client"),
        WRONG_SECRET_IN_THE_FORM("", Map.of("client_id", Caller.ID, "client_secret", "wrong"), "unauthorized_client"),
        NO_SECRET("", Map.of("client_id", Caller.ID), "unauthorized_client"),
        SECRET_NOT_FORM_ENCODED(raw(Caller.ID + ":" + Caller.SECRET), Map.of(), "invalid_client"),
        UNKNOWN_CLIENT_IN_THE_HEADER(Caller.basic("inconnu", Caller.SECRET), Map.of(), "invalid_client"),
        UNKNOWN_CLIENT_IN_THE_FORM(
                "", Map.of("client_id", "inconnu", "client_secret", Caller.SECRET), "invalid_client"),
        UNKNOWN_CLIENT_WITHOUT_SECRET("", Map.of("client_id", "inconnu"), "invalid_client"),
        ANOTHER_CLIENT_IN_THE_FORM(
                Caller.basic(Caller.ID, Caller.SECRET), Map.of("client_id", "autre"), "invalid_client"),
        NOTHING("", Map.of(), "invalid_client"),
        NO_SCHEME("Basic", Map.of(), "invalid_client"),
        NO_CREDENTIALS("Basic ", Map.of(), "invalid_client"),
        NOT_BASE64("Basic !!!", Map.of(), "invalid_client"),
        NO_COLON("Basic YQ==", Map.of(), "invalid_client"),
        A_TOKEN("Bearer abc", Map.of(), "invalid_client"),
        ANOTHER_SCHEME("Digest abc", Map.of(), "invalid_client");

        private final String header;
        private final Map<String, String> form;
        private final String code;

        Fault(String header, Map<String, String> form, String code) {
            this.header = header;
            this.form = form;
            this.code = code;
        }

        private static String raw(String credentials) {
            return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Answer attempt(Fault fault, String endpoint) throws Exception {
        var form = Caller.fields("a", "b");
        form.putAll(fault.form);
        return caller.post(endpoint(endpoint), fault.header, Caller.encoded(form));
    }

    @ParameterizedTest
    @EnumSource
    void every_endpoint_says_by_status_code_and_text_what_keycloak_says(Fault fault) throws Exception {
        for (var endpoint : new String[] {"token", "revoke", "ext/ciba/auth", "api"}) {
            var answer = attempt(fault, endpoint);

            answer.assertRefused(401, fault.code);
            assertEquals(TEXT, answer.text("error_description"), endpoint);
            assertEquals("Basic realm=\"clients\"", answer.header("WWW-Authenticate"), endpoint);
        }
        for (var endpoint : new String[] {"token/introspect", "api/introspect"}) {
            var answer = attempt(fault, endpoint);

            answer.assertRefused(401, "invalid_request");
            assertEquals("Authentication failed.", answer.text("error_description"), endpoint);
        }
    }

    @Test
    void refuses_two_ways_at_once() throws Exception {
        introspect(Caller.basic(Caller.ID, Caller.SECRET), "client_id", Caller.ID, "client_secret", Caller.SECRET)
                .assertRefused(400, "invalid_request");

        assertEquals(AuthMethod.SEVERAL, simulator.requests().get(0).authMethod());
    }

    @Test
    void takes_forms_only_and_by_post_only() throws Exception {
        var json = HttpRequest.newBuilder(caller.endpoint("token"))
                .header("Content-Type", "application/json")
                .header("Authorization", Caller.basic(Caller.ID, Caller.SECRET))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        new Answer(HttpClient.newHttpClient().send(json, HttpResponse.BodyHandlers.ofString()))
                .assertRefused(400, "invalid_request");
        var get = caller.get(caller.endpoint("token"));
        assertEquals(405, get.status());
        assertEquals("POST", get.header("Allow"));
    }
}
