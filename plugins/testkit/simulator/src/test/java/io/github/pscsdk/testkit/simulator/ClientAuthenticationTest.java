package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void refuses_a_wrong_secret_and_an_unknown_client() throws Exception {
        introspect(Caller.basic(Caller.ID, "wrong")).assertRefused(401, "invalid_client");
        introspect(Caller.basic("inconnu", Caller.SECRET)).assertRefused(401, "invalid_client");
        introspect("", "client_id", Caller.ID, "client_secret", "wrong").assertRefused(401, "invalid_client");
        introspect("", "client_id", Caller.ID).assertRefused(401, "invalid_client");
        introspect("").assertRefused(401, "invalid_client");
        assertEquals("Basic realm=\"clients\"", introspect("").header("WWW-Authenticate"));
    }

    @Test
    void refuses_a_header_whose_parts_are_not_form_encoded() throws Exception {
        var raw = (Caller.ID + ":" + Caller.SECRET).getBytes(StandardCharsets.UTF_8);

        introspect("Basic " + Base64.getEncoder().encodeToString(raw)).assertRefused(401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic YQ==", "Bearer abc", "Digest abc"})
    void refuses_a_header_that_it_cannot_read(String header) throws Exception {
        introspect(header).assertRefused(401, "invalid_client");
    }

    @Test
    void refuses_two_ways_at_once() throws Exception {
        introspect(Caller.basic(Caller.ID, Caller.SECRET), "client_id", Caller.ID, "client_secret", Caller.SECRET)
                .assertRefused(400, "invalid_request");

        assertEquals(AuthMethod.SEVERAL, simulator.requests().get(0).authMethod());
    }

    @Test
    void refuses_a_form_that_names_another_client_than_the_header() throws Exception {
        introspect(Caller.basic(Caller.ID, Caller.SECRET), "client_id", "autre").assertRefused(401, "invalid_client");
    }

    @Test
    void guards_every_endpoint_that_is_for_clients() throws Exception {
        for (var path : new String[] {"token", "token/introspect", "revoke", "ext/ciba/auth"}) {
            caller.post(caller.endpoint(path), Caller.basic(Caller.ID, "wrong"), "a=b")
                    .assertRefused(401, "invalid_client");
        }
        for (var uri : new URI[] {simulator.apiTokenEndpoint(), simulator.apiIntrospectionEndpoint()}) {
            caller.post(uri, Caller.basic(Caller.ID, "wrong"), "a=b").assertRefused(401, "invalid_client");
        }
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
