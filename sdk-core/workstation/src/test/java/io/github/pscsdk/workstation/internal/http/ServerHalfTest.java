package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be asked again in a gap, and what must not. */
class ServerHalfTest {
    private final MockServerHalf server = new MockServerHalf();
    private final EngineThreads threads = new EngineThreads();
    private final WaitingClock time = new WaitingClock();
    private final ServerHalf half = Wired.to(server.address(), time, time, threads);
    private final Instant deadline = time.instant().plus(Duration.ofMinutes(2));

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

        var facts = half.session(SessionHandle.received(MockServerHalf.SESSION), deadline);

        assertEquals("CARD", facts.authMode().orElseThrow());
    }

    @Test
    void a_login_that_may_have_begun_is_not_begun_again() {
        server.answer("POST /v1/logins", 503, "");

        var failure = assertThrows(PscException.class, () -> half.beginInBrowser(deadline));

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

        var failure = assertThrows(PscException.class, () -> half.beginInBrowser(deadline));

        assertSame(LoginProblem.LOGIN_ALREADY_PENDING, failure.problem());
    }

    @Test
    void an_id_that_leads_elsewhere_is_refused() {
        assertThrows(PscException.class, () -> half.resume("../send/annuaire/me", deadline));
    }
}
