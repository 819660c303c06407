package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.EchoBackend.Programme;
import io.github.pscsdk.proxy.EchoBackend.Received;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backend refuses the token that the proxy keeps for it. */
class SendAfterRefusalTest {
    private static final Programme REFUSAL = new Programme(
            401,
            Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""),
            "refused".getBytes(StandardCharsets.UTF_8));

    @AutoClose
    private final Bench bench = Bench.start();

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private ProxyCalls session;
    private int exchangesBefore;

    @BeforeEach
    void logInAndLetTheBackendForgetTheToken() throws Exception {
        session = bench.loggedIn();
        session.get("/send/form/a");
        refused.add(authorization(bench.backend.last()));
        bench.backend.answerBy(
                request -> refused.contains(authorization(request)) ? REFUSAL : Programme.text(200, "taken"));
        exchangesBefore = exchanges();
    }

    private static String authorization(Received request) {
        return request.header("Authorization");
    }

    private int exchanges() {
        return bench.simulator.count(Endpoint.API_TOKEN);
    }

    private int received() {
        return bench.backend.received().size() - 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void a_request_without_a_body_that_may_be_repeated_is_sent_once_more_with_a_new_token(String method)
            throws Exception {
        var answer = session.call(method, "/send/form/b", "");

        assertEquals(200, answer.status());
        assertEquals("taken", answer.text());
        assertEquals(2, received());
        assertEquals(exchangesBefore + 1, exchanges());
    }

    @Test
    void ten_that_are_refused_at_once_cause_one_exchange() throws Exception {
        var answers = new ArrayList<Integer>();
        var calls = new ArrayList<CompletableFuture<Answer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(session.callLater("GET", "/send/form/b", ""));
        }
        for (var call : calls) {
            answers.add(bench.answered(call).status());
        }

        assertEquals(List.of(200), answers.stream().distinct().toList());
        assertEquals(exchangesBefore + 1, exchanges());
    }

    @Test
    void a_second_refusal_is_passed_back_as_it_is() throws Exception {
        bench.backend.answer(REFUSAL);

        var answer = session.get("/send/form/b");

        assertEquals(401, answer.status());
        assertEquals("refused", answer.text());
        assertEquals("Bearer error=\"invalid_token\"", answer.header("WWW-Authenticate"));
        assertEquals("", answer.header("Psc-Proxy-Error"));
        assertEquals(2, received());
    }

    @Test
    void a_backend_that_always_refuses_costs_no_exchange_a_call() throws Exception {
        bench.backend.answer(REFUSAL);

        for (var i = 0; i < 5; i++) {
            assertEquals(401, session.get("/send/form/b").status());
        }

        assertEquals(exchangesBefore + 1, exchanges());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT"})
    void a_body_is_never_sent_twice_and_the_next_request_has_a_new_token(String method) throws Exception {
        var answer = session.call(method, "/send/form/b", "a body");

        assertEquals(401, answer.status());
        assertEquals("refused", answer.text());
        assertEquals(1, received());
        Await.until("the token is exchanged", () -> exchanges() == exchangesBefore + 1);
        assertEquals(200, session.call(method, "/send/form/b", "a body").status());
        assertNotEquals("", authorization(bench.backend.last()));
    }

    @Test
    void a_post_without_a_body_is_not_sent_twice_either() throws Exception {
        assertEquals(401, session.call("POST", "/send/form/b", "").status());
        assertEquals(1, received());
    }

    @Test
    void a_refusal_is_passed_back_as_it_is_where_no_new_token_is_to_be_had() throws Exception {
        bench.simulator.turn("fault-api-token", "503");

        var answer = session.get("/send/form/b");

        assertEquals(401, answer.status());
        assertEquals("refused", answer.text());
        assertEquals(1, received());
    }

    @Test
    void a_token_that_its_server_refuses_once_the_last_one_has_expired_is_no_end_of_the_session() throws Exception {
        // Of a life of four hours, which is the session's, the last half minute does not count.
        for (var minutes : Collections.nCopies(8, 29)) {
            bench.clock.advance(Duration.ofMinutes(minutes));
            session.get("/send/open/b");
        }
        bench.clock.advance(Duration.ofMinutes(7).plusSeconds(40));
        bench.simulator.turn("fault-api-token", "400");

        var answer = session.get("/send/form/b");

        assertEquals(502, answer.status());
        assertEquals(LoginProblem.API_TOKEN_REFUSED.code(), answer.header("Psc-Proxy-Error"));
        assertEquals(200, session.get("/send/open/b").status());
    }

    @Test
    void a_backend_that_asks_for_no_token_keeps_its_401() throws Exception {
        bench.backend.answer(REFUSAL);

        assertEquals(401, session.get("/send/open/b").status());
        assertEquals(1, received());
        assertEquals(exchangesBefore, exchanges());
    }
}
