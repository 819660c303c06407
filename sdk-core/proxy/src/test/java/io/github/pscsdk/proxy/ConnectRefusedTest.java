package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of {@code POST /connect} that end without a session. */
class ConnectRefusedTest {
    private static final String REFUSES = "899999100045";
    private static final String UNKNOWN = "899999100086";
    private static final String PSC_IS_DOWN = "899999100102";

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
    void an_unknown_channel_is_a_400() throws Exception {
        assertRefused(400, pharmacist().with("channel", "PIGEON"));
    }

    @Test
    void a_missing_channel_is_a_400() throws Exception {
        assertRefused(400, pharmacist().without("channel"));
    }

    @Test
    void a_missing_national_id_is_a_400() throws Exception {
        var answer = bench.calls().connect(pharmacist().without("nationalId"));

        assertEquals(400, answer.status());
        assertEquals("400", answer.json("/code"));
        assertEquals(Bench.CLIENT, answer.json("/metadata/clientId"));
    }

    @Test
    void a_missing_binding_message_is_a_400() throws Exception {
        assertRefused(400, pharmacist().without("bindingMessage"));
    }

    @Test
    void a_binding_message_of_one_digit_is_a_400() throws Exception {
        assertRefused(400, pharmacist().with("bindingMessage", "7"));
    }

    @Test
    void a_missing_client_id_is_a_400() throws Exception {
        var answer = bench.calls().connect(pharmacist().without("clientId"));

        assertEquals(400, answer.status());
        assertEquals("400", answer.json("/code"));
        assertEquals(Bench.PHARMACIST, answer.json("/metadata/nationalId"));
    }

    @Test
    void a_body_that_is_no_json_is_a_400() throws Exception {
        assertEquals(400, bench.calls().call("POST", "/connect", "nationalId=1").status());
        assertEquals(400, bench.calls().call("POST", "/connect", "").status());
        assertEquals(400, bench.calls().call("POST", "/connect", "[]").status());
    }

    @Test
    void an_unknown_client_id_is_a_404() throws Exception {
        assertRefused(404, ConnectBody.of(Bench.PHARMACIST, "nobody"));
    }

    @Test
    void an_unknown_national_id_is_a_404() throws Exception {
        assertRefused(404, ConnectBody.of(UNKNOWN, Bench.CLIENT));
    }

    @Test
    void an_impossible_national_id_is_a_404_without_a_call_to_psc() throws Exception {
        var before = bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);

        assertRefused(404, ConnectBody.of("1", Bench.CLIENT));

        assertEquals(before, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
    }

    @Test
    void an_outage_of_psc_is_a_503_with_an_empty_body() throws Exception {
        var answer = bench.calls().connect(ConnectBody.of(PSC_IS_DOWN, Bench.CLIENT));

        assertEquals(503, answer.status());
        assertEquals("", answer.text());
        assertEquals("PSC-020", answer.header("Psc-Proxy-Error"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void a_gateway_in_front_of_psc_is_heard_by_its_own_status(int status) throws Exception {
        try (var other = Bench.start()) {
            other.simulator.turn("fault-backchannel-authentication", String.valueOf(status));

            var answer = other.calls().connect(pharmacist());
            var ours = other.calls()
                    .call(
                            "POST",
                            "/v1/logins",
                            pharmacist().with("wayIn", "BACKCHANNEL").json());

            assertEquals(status, answer.status());
            assertEquals("", answer.text());
            assertEquals("PSC-020", answer.header("Psc-Proxy-Error"));
            assertEquals(503, ours.status(), "the additions have one status for an outage");
        }
    }

    @Test
    void a_refusal_is_a_401_with_the_error_body() throws Exception {
        assertRefused(401, ConnectBody.of(REFUSES, Bench.CLIENT));
    }

    @Test
    void the_message_is_french_where_the_caller_prefers_it() throws Exception {
        var french = bench.calls().with("Accept-Language", "fr-FR,en;q=0.5");

        var answer = french.connect(ConnectBody.of(UNKNOWN, Bench.CLIENT));

        assertTrue(answer.json("/message").contains("ne connaît pas"), answer.json("/message"));
    }

    private void assertRefused(int status, ConnectBody body) throws Exception {
        var answer = bench.calls().connect(body);
        assertEquals(status, answer.status());
        assertEquals(String.valueOf(status), answer.json("/code"));
        assertFalse(answer.json("/message").isEmpty());
        assertTrue(body.json().contains("\"clientId\":\"" + answer.json("/metadata/clientId") + "\""));
        assertTrue(body.json().contains("\"nationalId\":\"" + answer.json("/metadata/nationalId") + "\""));
        assertEquals("", answer.json("/problem"), "the contract knows no such member");
    }
}
