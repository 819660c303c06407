package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Application tokens. */
class AccessTest {
    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/connect",
        "DELETE,/disconnect",
        "GET,/send/form/a",
        "POST,/send/form/a",
        "PUT,/send/form/a",
        "PATCH,/send/form/a",
        "DELETE,/send/form/a",
        "GET,/traces?start=2026-01-01T00:00:00Z"
    })
    void the_contract_asks_for_a_token(String method, String path) throws Exception {
        for (var calls : new ProxyCalls[] {bench.anybody(), bench.anybody().withToken("wrong")}) {
            var answer = calls.call(method, path, "");

            assertEquals(401, answer.status());
            assertEquals("401", answer.json("/code"));
            assertEquals("PSC-062", answer.header("Psc-Proxy-Error"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/status",
        "GET,/v1/diagnosis",
        "POST,/v1/logins",
        "GET,/v1/logins/x",
        "DELETE,/v1/logins/x",
        "GET,/v1/session"
    })
    void the_additions_ask_for_a_token(String method, String path) throws Exception {
        var answer = bench.anybody().call(method, path, "");

        assertEquals(401, answer.status());
        assertEquals("PSC-062", answer.json("/problem"));
    }

    @Test
    void a_token_of_another_scheme_is_none() throws Exception {
        assertEquals(
                401,
                bench.anybody()
                        .with("Authorization", "Basic " + Bench.TOKEN)
                        .get("/v1/status")
                        .status());
    }

    @Test
    void the_status_names_the_environment() throws Exception {
        var answer = bench.calls().get("/v1/status");

        assertEquals("{\"environment\":\"SIMULATOR\",\"contract\":\"1.8.0\"}", answer.text());
    }

    @Test
    void without_a_session_there_is_none_to_read() throws Exception {
        var answer = bench.calls().get("/v1/session");

        assertEquals(401, answer.status());
        assertEquals("PSC-006", answer.json("/problem"));
    }

    @Test
    void an_unknown_path_is_a_404_of_the_proxy() throws Exception {
        var answer = bench.calls().get("/nothing/here");

        assertEquals(404, answer.status());
        assertNotEquals("", answer.header("Psc-Proxy-Error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/send/form/a", "/traces", "/v1/session", "/nothing/here"})
    void nothing_answers_to_head(String path) throws Exception {
        assertEquals(405, bench.anybody().call("HEAD", path, "").status());
    }

    @Test
    void another_method_is_a_405_of_the_proxy() throws Exception {
        var answer = bench.calls().call("PUT", "/connect", "");

        assertEquals(405, answer.status());
        assertNotEquals("", answer.header("Psc-Proxy-Error"));
    }
}
