package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/logins} on a device: start, follow, cancel. */
class LoginsTest {
    private static final String SILENT = "899999100060";

    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    private final List<String> begun = new ArrayList<>();

    /** The silent one may be asked again by the next test. */
    @AfterEach
    void cancel() throws Exception {
        for (var id : begun) {
            bench.calls().call("DELETE", "/v1/logins/" + id, "");
        }
    }

    private static ConnectBody body(String nationalId) {
        return ConnectBody.of(nationalId, Bench.CLIENT).with("wayIn", "BACKCHANNEL");
    }

    private Answer begin(ConnectBody body) throws Exception {
        var answer = bench.calls().call("POST", "/v1/logins", body.json());
        begun.add(answer.json("/id"));
        return answer;
    }

    @Test
    void a_login_is_begun_at_once_and_followed_to_its_session() throws Exception {
        var begun = begin(body(Bench.PHARMACIST));

        var state = bench.calls().get("/v1/logins/" + begun.json("/id") + "?wait=25");

        assertEquals(201, begun.status());
        assertTrue(
                Instant.parse(begun.json("/deadline")).isAfter(Clock.systemUTC().instant()));
        assertEquals("", begun.json("/authorizationUri"));
        assertEquals("DONE", state.json("/state"));
        assertFalse(state.json("/session_state").isEmpty());
        var session = bench.calls().withCookie(state.json("/proxy_session_id")).get("/v1/session");
        assertEquals(Bench.PHARMACIST, session.json("/professional/nationalId"));
    }

    @Test
    void a_login_that_waits_is_pending() throws Exception {
        var begun = begin(body(SILENT));

        var state = bench.calls().get("/v1/logins/" + begun.json("/id"));

        assertEquals(200, state.status());
        assertEquals("{\"state\":\"PENDING\"}", state.text());
    }

    @ParameterizedTest
    @CsvSource({
        "899999100045,PSC-001",
        "899999100052,PSC-002",
        "899999100169,PSC-043",
        "899999100151,PSC-004",
        "899999100128,PSC-023",
        "899999100185,PSC-024"
    })
    void a_login_that_fails_says_why(String nationalId, String problem) throws Exception {
        var begun = begin(body(nationalId));

        var state = bench.calls().get("/v1/logins/" + begun.json("/id") + "?wait=25");

        assertEquals(200, state.status());
        assertEquals("FAILED", state.json("/state"));
        assertEquals(problem, state.json("/problem"));
        assertFalse(state.json("/message").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "899999100086,404,PSC-003",
        "899999100094,401,PSC-041",
        "899999100102,503,PSC-020",
        "899999100177,401,PSC-001"
    })
    void a_login_that_psc_refuses_to_begin_is_an_error(String nationalId, int status, String problem) throws Exception {
        var answer = begin(body(nationalId));

        assertEquals(status, answer.status());
        assertEquals(String.valueOf(status), answer.json("/code"));
        assertEquals(problem, answer.json("/problem"));
        assertEquals(problem, answer.header("Psc-Proxy-Error"));
    }

    @Test
    void a_login_without_an_identifier_is_a_400() throws Exception {
        var answer = begin(body(SILENT).without("nationalId"));

        assertEquals(400, answer.status());
        assertEquals("PSC-005", answer.json("/problem"));
    }

    @Test
    void a_way_in_that_is_none_is_a_400() throws Exception {
        assertEquals(400, begin(body(SILENT).with("wayIn", "WINDOW")).status());
        assertEquals(400, begin(body(SILENT).without("wayIn")).status());
    }

    @Test
    void an_unknown_client_id_is_a_404() throws Exception {
        assertEquals("PSC-045", begin(body(SILENT).with("clientId", "nobody")).json("/problem"));
        var browser = "{\"wayIn\":\"BROWSER\",\"clientId\":\"nobody\"}";
        assertEquals(
                "PSC-045", bench.calls().call("POST", "/v1/logins", browser).json("/problem"));
    }

    @Test
    void an_unknown_login_is_a_404() throws Exception {
        var answer = bench.calls().get("/v1/logins/none");

        assertEquals(404, answer.status());
        assertEquals("PSC-009", answer.json("/problem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "-1", "soon", "1.5"})
    void a_wait_that_is_too_long_or_none_is_a_400(String wait) throws Exception {
        var begun = begin(body(SILENT));

        assertEquals(
                400,
                bench.calls()
                        .get("/v1/logins/" + begun.json("/id") + "?wait=" + wait)
                        .status());
    }

    @Test
    void another_application_neither_sees_nor_cancels_a_login() throws Exception {
        var path = "/v1/logins/" + begin(body(SILENT)).json("/id");
        var other = bench.anybody().withToken(Bench.OTHER_TOKEN);

        assertEquals(404, other.get(path).status());
        assertEquals(204, other.call("DELETE", path, "").status());
        assertEquals("PENDING", bench.calls().get(path).json("/state"));
    }

    @Test
    void cancelling_ends_the_wait_of_whoever_follows_and_may_be_repeated() throws Exception {
        var path = "/v1/logins/" + begin(body(SILENT)).json("/id");
        var following = bench.calls().callLater("GET", path + "?wait=25", "");

        var cancelled = bench.calls().call("DELETE", path, "");

        assertEquals(204, cancelled.status());
        // Whether the follower came before or after the cancellation, there is nothing left to follow.
        assertEquals("PSC-009", bench.answered(following).json("/problem"));
        assertEquals(204, bench.calls().call("DELETE", path, "").status());
        assertEquals(404, bench.calls().get(path).status());
    }

    @Test
    void a_session_that_nobody_was_told_of_is_ended_by_cancelling() throws Exception {
        var unnoticed = "899999100029";
        var path = "/v1/logins/" + begin(body(unnoticed)).json("/id");
        bench.until("the session is open", () -> session(unnoticed).isPresent());
        var before = bench.simulator.count(Endpoint.LOGOUT);

        bench.calls().call("DELETE", path, "");

        Await.until(
                "the session at Pro Santé Connect has ended", () -> bench.simulator.count(Endpoint.LOGOUT) > before);
        var session = session(unnoticed).orElseThrow();
        assertEquals(401, bench.calls().withCookie(session).get("/v1/session").status());
    }

    private static Optional<String> session(String nationalId) throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/IdRPPS").equals(nationalId))
                .filter(trace -> trace.text("/type").equals("CONNECT_SUCCESS"))
                .map(trace -> trace.text("/proxy_id_session"))
                .findFirst();
    }
}
