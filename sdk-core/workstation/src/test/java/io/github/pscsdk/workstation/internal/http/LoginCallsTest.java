package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.internal.json.Documents;
import java.time.Duration;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be asked again in a gap, and what must not. */
class LoginCallsTest {
    private final MockServerHalf server = new MockServerHalf();
    private final EngineThreads threads = new EngineThreads();
    private final WaitingClock time = new WaitingClock();
    private final LoginCalls calls = new LoginCalls(
            new Conversation(
                    new Transport(
                            new ServerHalfAddress(server.address()),
                            new ApplicationToken(MockServerHalf.APPLICATION_TOKEN),
                            threads,
                            UnaryOperator.identity()),
                    new Documents()),
            "editeur-demo",
            new Endurance(time, time, time.instant().plus(Duration.ofMinutes(2))));

    LoginCallsTest() throws Exception {}

    @AfterEach
    void close() {
        threads.close();
        server.close();
    }

    @Test
    void a_gap_between_the_answer_and_the_session_loses_nobody_s_login() throws Exception {
        var end = time.instant().plusSeconds(20);
        server.answer(
                "GET /v1/session",
                () -> new MockResponse.Builder()
                        .code(time.instant().isBefore(end) ? 503 : 200)
                        .body(MockServerHalf.sessionBy("CARD"))
                        .build());

        var facts = calls.session(SessionHandle.received(MockServerHalf.SESSION));

        assertEquals("CARD", facts.authMode().orElseThrow());
    }

    @Test
    void a_login_that_may_have_begun_is_not_begun_again() {
        server.answer("POST /v1/logins", 503, "");

        var failure = assertThrows(PscException.class, calls::startBrowser);

        assertSame(LoginProblem.SERVER_HALF_UNREACHABLE, failure.problem());
        assertEquals(1, server.seen("POST /v1/logins").size());
    }

    @Test
    void a_request_that_is_pending_already_is_told_as_such() {
        server.answer(
                "POST /v1/logins",
                () -> new MockResponse.Builder()
                        .code(409)
                        .addHeader("Psc-Proxy-Error", "PSC-013")
                        .addHeader("Retry-After", "42")
                        .build());

        var failure = assertThrows(PscException.class, calls::startBrowser);

        assertSame(LoginProblem.LOGIN_ALREADY_PENDING, failure.problem());
    }

    @Test
    void an_id_that_leads_elsewhere_is_refused() {
        assertThrows(PscException.class, () -> calls.resume("../send/annuaire/me"));
    }
}
