package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoutTest extends WithSimulator {
    private Answer get(Map<String, String> parameters) throws Exception {
        return caller.get(URI.create(caller.endpoint("logout") + "?" + Caller.encoded(parameters)));
    }

    private void assertEnded(Answer tokens) throws Exception {
        assertEquals(401, caller.userInfo(tokens.text("access_token")).status());
        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
        assertEquals(
                "{\"active\":false}",
                caller.introspect(tokens.text("access_token")).response().body());
    }

    @Test
    void a_get_with_the_hint_alone_ends_the_session_on_a_page() throws Exception {
        var tokens = login("899999100011");

        var answer =
                get(Caller.fields("id_token_hint", tokens.text("id_token"))).assertOk();

        assertTrue(answer.header("Content-Type").startsWith("text/html"));
        assertEnded(tokens);
    }

    @Test
    void a_post_from_server_to_server_ends_the_session() throws Exception {
        var tokens = login("899999100011");
        var form = Caller.encoded(Caller.fields("id_token_hint", tokens.text("id_token")));

        caller.post(caller.endpoint("logout"), "", form).assertOk();

        assertEnded(tokens);
        assertEquals("***", simulator.requests().get(2).form().get("id_token_hint"));
    }

    @Test
    void an_expired_hint_is_the_normal_one() throws Exception {
        var tokens = login("899999100011");
        clock.advance(Duration.ofMinutes(10));

        get(Caller.fields("id_token_hint", tokens.text("id_token"))).assertOk();

        assertEnded(tokens);
    }

    @Test
    void a_second_logout_is_answered_like_the_first() throws Exception {
        var hint = Caller.fields("id_token_hint", login("899999100011").text("id_token"));

        get(hint).assertOk();
        get(hint).assertOk();
    }

    @Test
    void returns_to_a_declared_address_with_the_state() throws Exception {
        var tokens = login("899999100011");

        var answer = get(Caller.fields(
                "id_token_hint", tokens.text("id_token"),
                "post_logout_redirect_uri", Caller.POST_LOGOUT.toString(),
                "state", "a b"));

        assertEquals(302, answer.status());
        assertEquals(Caller.POST_LOGOUT + "?state=a+b", answer.header("Location"));
        assertEnded(tokens);
    }

    @Test
    void returns_without_a_state_where_none_was_sent() throws Exception {
        var answer = get(Caller.fields(
                "id_token_hint", login("899999100011").text("id_token"),
                "post_logout_redirect_uri", Caller.POST_LOGOUT.toString()));

        assertEquals(Caller.POST_LOGOUT.toString(), answer.header("Location"));
    }

    @ParameterizedTest
    @CsvSource({
        "id_token_hint, something",
        "client_id, autre",
        "post_logout_redirect_uri, https://attaquant.example.invalid/"
    })
    void a_request_that_is_wrong_in_one_point_ends_nothing(String name, String value) throws Exception {
        var tokens = login("899999100011");
        var request = Caller.fields(
                "id_token_hint", tokens.text("id_token"),
                "client_id", Caller.ID,
                "post_logout_redirect_uri", Caller.POST_LOGOUT.toString());
        request.put(name, value);

        var answer = get(request);

        assertEquals(400, answer.status());
        assertEquals("", answer.header("Location"));
        caller.userInfo(tokens.text("access_token")).assertOk();
    }

    @Test
    void without_a_hint_a_page_asks_for_confirmation_and_nothing_ends() throws Exception {
        var tokens = login("899999100011");

        var answer =
                get(Caller.fields("client_id", Caller.ID, "post_logout_redirect_uri", Caller.POST_LOGOUT.toString()));

        assertEquals(200, answer.status());
        caller.userInfo(tokens.text("access_token")).assertOk();
    }
}
