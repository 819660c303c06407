package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenExchangeTest extends WithSimulator {
    private static Map<String, String> exchange(Answer tokens) {
        return Caller.fields(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", tokens.text("access_token"),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "subject_issuer", "psc",
                "scope", "declarations",
                "audience", "santefr");
    }

    private Answer send(Map<String, String> form) throws Exception {
        return caller.post(simulator.apiTokenEndpoint(), Caller.basic(Caller.ID, Caller.SECRET), Caller.encoded(form));
    }

    private Answer introspect(String token) throws Exception {
        return caller.post(
                simulator.apiIntrospectionEndpoint(),
                Caller.basic("autre", "autre"),
                Caller.encoded(Caller.fields("token", token)));
    }

    private Answer refresh(Answer tokens) throws Exception {
        return send(Caller.fields("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token")));
    }

    private Answer revoke(String token) throws Exception {
        return caller.post(
                simulator.apiRevocationEndpoint(),
                Caller.basic(Caller.ID, Caller.SECRET),
                Caller.encoded(Caller.fields("token", token)));
    }

    private boolean isActive(Answer tokens) throws Exception {
        return introspect(tokens.text("access_token")).json().get("active").asBoolean();
    }

    @Test
    void answers_with_the_members_that_were_recorded_in_2024() throws Exception {
        var form = exchange(login("899999100011"));
        form.remove("scope");

        var answer = send(form).assertOk();

        var names = new TreeSet<String>();
        answer.json().fieldNames().forEachRemaining(names::add);
        assertEquals(
                Set.of(
                        "access_token",
                        "expires_in",
                        "refresh_token",
                        "refresh_expires_in",
                        "token_type",
                        "id_token",
                        "not-before-policy",
                        "session_state",
                        "scope"),
                names);
        assertEquals(1800, answer.json().get("refresh_expires_in").asInt());
        assertEquals("openid email profile", answer.text("scope"));
        var idToken = answer.claims("id_token");
        assertEquals(0, idToken.get("auth_time").asInt());
        assertEquals(answer.claims("access_token").get("sub"), idToken.get("sub"));
        assertEquals(Caller.ID, idToken.get("aud").asText());
    }

    @Test
    void answers_by_the_book_where_the_dial_says_so() throws Exception {
        simulator.turn("api-response", "RFC_8693");

        var answer = send(exchange(login("899999100011"))).assertOk();

        assertEquals("urn:ietf:params:oauth:token-type:access_token", answer.text("issued_token_type"));
        assertFalse(answer.json().has("refresh_token"));
        assertFalse(answer.json().has("id_token"));
    }

    @Test
    void refreshes_without_a_session_at_pro_sante_connect_and_each_refresh_token_once() throws Exception {
        var tokens = login("899999100011");
        var first = send(exchange(tokens)).assertOk();
        simulator.endSessions();
        clock.advance(Duration.ofMinutes(29));

        var second = refresh(first).assertOk();

        assertTrue(isActive(second));
        assertEquals(first.text("session_state"), second.text("session_state"));
        assertEquals("declarations", second.text("scope"));
        refresh(first).assertRefused(400, "invalid_grant");
        clock.advance(Duration.ofMinutes(30));
        refresh(second).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_refresh_never_widens_the_scope() throws Exception {
        var tokens = send(exchange(login("899999100011")));
        var form = Caller.fields(
                "grant_type", "refresh_token",
                "refresh_token", tokens.text("refresh_token"),
                "scope", "declarations email");

        send(form).assertRefused(400, "invalid_scope");
    }

    @Test
    void revocation_ends_an_access_token_or_all_that_one_exchange_gave() throws Exception {
        var first = send(exchange(login("899999100011")));
        var second = refresh(first);

        revoke(first.text("access_token")).assertOk();

        assertFalse(isActive(first));
        assertTrue(isActive(second));

        revoke(second.text("refresh_token")).assertOk();

        assertFalse(isActive(second));
        refresh(second).assertRefused(400, "invalid_grant");
        revoke("something").assertOk();
    }

    @Test
    void a_strangers_token_is_not_revoked() throws Exception {
        var tokens = send(exchange(login("899999100011")));

        caller.post(
                        simulator.apiRevocationEndpoint(),
                        Caller.basic("autre", "autre"),
                        Caller.encoded(Caller.fields("token", tokens.text("access_token"))))
                .assertRefused(400, "invalid_grant");

        assertTrue(isActive(tokens));
    }

    @ParameterizedTest
    @CsvSource({
        "audience, elsewhere, invalid_target",
        "scope, openid admin, invalid_scope",
        "subject_issuer, elsewhere, invalid_request",
        "actor_token, a.b.c, invalid_request",
        "actor_token_type, urn:ietf:params:oauth:token-type:jwt, invalid_request"
    })
    void what_it_was_not_told_of_is_refused_unless_a_dial_says_otherwise(String name, String value, String error)
            throws Exception {
        var form = exchange(login("899999100011"));
        form.put(name, value);

        var answer = send(form);

        answer.assertRefused(400, error);
        assertTrue(answer.text("error_description").contains("strictness=AS_KNOWN"));
        simulator.turn("strictness", "AS_KNOWN");
        send(form).assertOk();
    }

    @Test
    void the_servers_may_know_a_client_by_different_secrets() throws Exception {
        try (var apart = PscSimulator.builder()
                .client(Caller.registration())
                .apiClient(SimulatedClient.withSecret(Caller.ID, "another"))
                .clock(clock)
                .start()) {
            var here = new Caller(apart);
            var id = here.start("899999100011").assertOk().text("auth_req_id");
            clock.advance(Duration.ofSeconds(5));
            var form = exchange(here.poll(id).assertOk());
            form.remove("audience");
            form.remove("scope");

            here.post(apart.apiTokenEndpoint(), Caller.basic(Caller.ID, Caller.SECRET), Caller.encoded(form))
                    .assertRefused(401, "unauthorized_client");
            here.post(apart.apiTokenEndpoint(), Caller.basic(Caller.ID, "another"), Caller.encoded(form))
                    .assertOk();
        }
    }

    @Test
    void gives_a_token_of_four_hours_for_a_live_access_token() throws Exception {
        var tokens = login("899999100011");

        var answer = send(exchange(tokens)).assertOk();

        assertEquals(14_400, answer.json().get("expires_in").asInt());
        assertEquals("Bearer", answer.text("token_type"));
        assertEquals("declarations", answer.text("scope"));
        var claims = answer.claims("access_token");
        assertEquals("899999100011", claims.get("SubjectNameID").asText());
        assertEquals("santefr", claims.get("aud").get(0).asText());
        assertEquals("1", claims.get("acr").asText());
        assertFalse(claims.has("cnf"), "no certificate was presented");
        assertFalse(claims.get("sub").equals(tokens.claims("id_token").get("sub")), "a subject of its own");
        assertTrue(simulator.issuedSecrets().contains(answer.text("access_token")));
    }

    @Test
    void its_introspection_hands_on_the_whole_userinfo_document() throws Exception {
        var tokens = login("899999100011");
        var userInfo = caller.userInfo(tokens.text("access_token")).json();
        var token = send(exchange(tokens)).text("access_token");
        clock.advance(Duration.ofHours(2));

        var answer = introspect(token).assertOk();

        assertTrue(answer.json().get("active").asBoolean());
        assertEquals("899999100011", answer.text("SubjectNameID"));
        assertEquals(Caller.ID, answer.text("client_id"));
        assertEquals(
                clock.instant().getEpochSecond() + 7200,
                answer.json().get("exp").asLong());
        assertEquals(userInfo, answer.json().get("userinfo"));
    }

    @Test
    void a_token_of_the_api_outlives_the_session_and_dies_at_its_own_end() throws Exception {
        var tokens = login("899999100011");
        var token = send(exchange(tokens)).text("access_token");
        caller.post(
                caller.endpoint("logout"), "", Caller.encoded(Caller.fields("id_token_hint", tokens.text("id_token"))));
        assertTrue(introspect(token).json().get("active").asBoolean());

        clock.advance(Duration.ofHours(4));

        assertEquals("{\"active\":false}", introspect(token).response().body());
        assertEquals("{\"active\":false}", introspect("something").response().body());
    }

    @Test
    void a_dead_access_token_is_refused() throws Exception {
        var tokens = login("899999100011");
        clock.advance(Duration.ofMinutes(2));

        send(exchange(tokens)).assertRefused(400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, authorization_code, unsupported_grant_type",
        "subject_token, something, invalid_request",
        "subject_token, '', invalid_request",
        "subject_token_type, urn:ietf:params:oauth:token-type:id_token, invalid_request",
        "subject_token_type, '', invalid_request",
        "requested_token_type, urn:ietf:params:oauth:token-type:saml2, invalid_request"
    })
    void a_request_that_is_wrong_in_one_point_is_refused(String name, String value, String error) throws Exception {
        var form = exchange(login("899999100011"));
        form.put(name, value);

        send(form).assertRefused(400, error);
    }

    @Test
    void a_refresh_token_is_no_subject_token() throws Exception {
        var tokens = login("899999100011");
        var form = exchange(tokens);
        form.put("subject_token", tokens.text("refresh_token"));

        send(form).assertRefused(400, "invalid_request");
    }
}
