package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases of {@code POST /connect}. */
class ConnectTest {
    private static final String REFUSES = "899999100045";

    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    private static ConnectBody pharmacist() {
        return ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT);
    }

    @Test
    void passes_and_exchanges_one_token_for_each_backend() throws Exception {
        var before = bench.simulator.count(Endpoint.API_TOKEN);

        var answer = bench.calls().connect(pharmacist());

        assertEquals(200, answer.status());
        assertEquals(before + 2, bench.simulator.count(Endpoint.API_TOKEN));
    }

    @Test
    void the_session_is_in_the_body_and_in_the_cookie() throws Exception {
        var answer = bench.calls().connect(pharmacist());

        assertEquals(answer.sessionCookie(), answer.json("/proxy_session_id"));
        assertFalse(answer.json("/session_state").isEmpty());
        assertEquals(
                "proxy_session_id=" + answer.sessionCookie() + "; Path=/; HttpOnly; SameSite=Strict",
                answer.header("Set-Cookie"));
    }

    @Test
    void a_client_with_a_secret_sends_it_by_basic() throws Exception {
        bench.calls().connect(pharmacist());

        assertEquals(AuthMethod.CLIENT_SECRET_BASIC, lastAsked());
    }

    @Test
    void a_client_may_send_its_secret_in_the_form() throws Exception {
        bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.OTHER_CLIENT));

        assertEquals(AuthMethod.CLIENT_SECRET_POST, lastAsked());
    }

    private AuthMethod lastAsked() {
        var requests = bench.simulator.requests().stream()
                .filter(request -> request.endpoint() == Endpoint.BACKCHANNEL_AUTHENTICATION)
                .toList();
        var last = requests.get(requests.size() - 1);
        assertEquals("MOBILE", last.form().get("channel"));
        return last.authMethod();
    }

    @Test
    void a_second_connect_with_the_cookie_is_a_304_and_no_call_to_psc() throws Exception {
        var before = bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);
        var first = bench.calls().connect(pharmacist());

        var second = bench.calls().withCookie(first.sessionCookie()).connect(pharmacist());

        assertEquals(304, second.status());
        assertEquals("", second.text());
        assertEquals(before + 1, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
    }

    @Test
    void a_failed_connect_leaves_no_session() throws Exception {
        var cookie = bench.calls().connect(pharmacist()).sessionCookie();
        var calls = bench.calls().withCookie(cookie);

        var failed = calls.connect(ConnectBody.of(REFUSES, Bench.CLIENT));

        assertEquals(401, failed.status());
        assertTrue(failed.header("Set-Cookie").isEmpty());
        assertEquals(401, calls.get("/send/open/any").status());
    }

    @Test
    void another_professional_at_the_same_workstation_gets_a_session_of_their_own() throws Exception {
        var cookie = bench.calls().connect(pharmacist()).sessionCookie();

        var other = bench.calls().withCookie(cookie).connect(ConnectBody.of("899999100029", Bench.CLIENT));

        assertEquals(200, other.status());
        assertEquals(401, bench.calls().withCookie(cookie).get("/v1/session").status());
        var session = bench.calls().withCookie(other.sessionCookie()).get("/v1/session");
        assertEquals("899999100029", session.json("/professional/nationalId"));
    }
}
