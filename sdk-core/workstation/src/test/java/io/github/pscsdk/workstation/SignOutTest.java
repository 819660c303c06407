package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An explicit logout that somebody could not be told of. */
class SignOutTest {
    @AutoClose
    private final OpenSession open = new OpenSession();

    private final MockServerHalf server = open.server;
    private final AuthenticationSession session = open.session;
    private final Semaphore told = new Semaphore(0);

    SignOutTest() throws Exception {}

    @Test
    void what_the_server_half_was_not_told_it_is_told_again_in_the_background() throws Exception {
        server.answer("DELETE /disconnect", () -> {
            told.release();
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
        });

        var failure = assertThrows(PscException.class, session::signOut);

        assertSame(LoginProblem.NOT_SIGNED_OUT_YET, failure.problem());
        assertEquals(
                "PSC-054 NOT_SIGNED_OUT_YET: signed out at this end, not at the server half: WKS-025",
                failure.getMessage());
        assertEquals(Map.of("problem", "WKS-025"), failure.facts());
        assertFalse(session.isActive());
        assertTold(1);
        passesUntilTold();
        server.answer("DELETE /disconnect", 200, "");
        session.signOut();
    }

    @Test
    void a_page_of_the_network_has_signed_nobody_out() throws Exception {
        server.answer("DELETE /disconnect", () -> {
            told.release();
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body("Bienvenue <b>au café</b>")
                    .build();
        });

        var failure = assertThrows(PscException.class, session::signOut);

        assertEquals(Map.of("problem", "WKS-019"), failure.facts());
        assertTold(1);
        passesUntilTold();
    }

    @Test
    void an_interrupted_sign_out_is_told_again_in_the_background() throws Exception {
        server.answer("DELETE /disconnect", () -> {
            told.release();
            return new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build();
        });
        var signingOut = new FutureTask<>(() -> assertThrows(InterruptedException.class, session::signOut));
        var thread = new Thread(signingOut);
        thread.start();
        assertTold(1);
        server.answer("DELETE /disconnect", () -> {
            told.release();
            return new MockResponse.Builder().build();
        });

        thread.interrupt();

        signingOut.get();
        passesUntilTold();
    }

    @Test
    void a_session_that_expires_before_is_left_to_expire() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        server.answer(
                "GET /v1/session", 200, MockServerHalf.session(MockServerHalf.NATIONAL_ID, "2026-01-01T12:00:01Z"));
        var brief = open.client.login(LoginRequest.using("phone"));

        try (var log = LogLines.open()) {
            assertSame(LoginProblem.NOT_SIGNED_OUT_YET, problemOf(brief::signOut));

            log.await("INFO login 2: its session expires before it can be told again");
        }
    }

    @Test
    void a_closed_client_tells_nobody_any_more() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        problemOf(session::signOut);
        assertTrue(open.time().clock().hasTaskWithin(Duration.ofSeconds(2)), "it would be told again");

        open.client.close();

        assertFalse(open.time().clock().hasTaskWithin(Duration.ofHours(2)));
        assertEquals(1, server.seen("DELETE /disconnect").size());
    }

    @Test
    void where_only_Pro_Sante_Connect_was_not_told_each_sign_out_asks_again_and_says_so() throws Exception {
        server.answer("DELETE /disconnect", MockServerHalf.ownError(200, "PSC-019"));

        for (var call = 0; call < 2; call++) {
            var failure = assertThrows(PscException.class, session::signOut);

            assertEquals(
                    "PSC-019 SIGNED_OUT_HERE_ONLY: signed out at this end and at the server half, not at Pro Santé Connect",
                    failure.getMessage());
        }
        server.answer("DELETE /disconnect", 200, "");
        session.signOut();
        session.signOut();

        assertEquals(3, server.seen("DELETE /disconnect").size(), "once told, nothing is left to repeat");
    }

    @Test
    void that_no_trace_of_a_logout_was_kept_is_no_failure_of_the_logout() throws Exception {
        server.answer("DELETE /disconnect", MockServerHalf.ownError(200, "PSC-046"));

        session.signOut();

        assertFalse(open.time().clock().hasTaskWithin(Duration.ofHours(1)), "there is nothing to tell again");
    }

    @Test
    void where_the_server_half_does_not_take_it_nobody_is_said_to_be_logged_out_yet() throws Exception {
        server.answer("DELETE /disconnect", MockServerHalf.ownError(503, "PSC-049"));
        assertSame(LoginProblem.NOT_SIGNED_OUT_YET, problemOf(session::signOut));
        assertFalse(session.isActive(), "nobody goes on with it here");
        server.answer("DELETE /disconnect", () -> {
            told.release();
            return new MockResponse.Builder().build();
        });

        passesUntilTold();
        session.signOut();
    }

    private void assertTold(int times) {
        Await.until("told " + times + " times", () -> told.tryAcquire(times));
    }

    private void passesUntilTold() {
        open.time().passesUntil("told again", Duration.ofSeconds(4), told::tryAcquire);
    }
}
