package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A session whose end the server half tells, and that warns of its end. */
class EndElsewhereTest {
    private static final String END = "GET /v1/session/end";
    private static final String GOES_ON = "{\"expiresAt\":\"2026-01-01T13:00:00Z\"}";
    private static final String IDLE = "{\"expiresAt\":\"2026-01-01T13:00:00Z\",\"idleSeconds\":1800}";

    @AutoClose
    private final OpenSession open = new OpenSession(server -> server.answer(END, 200, GOES_ON));

    private final MockServerHalf server = open.server;

    EndElsewhereTest() throws Exception {}

    @Test
    void an_end_elsewhere_is_told_without_any_call_and_nothing_is_left_to_sign_out() throws Exception {
        var states = States.of(open.session);
        open.askForItsEnd();
        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION, server.await(END).header("Cookie"));

        server.answer(END, MockServerHalf.ownError(401, "PSC-015"));
        open.askForItsEnd();
        states.awaitChanges(1);

        assertEquals(List.of(State.ENDED), states.told());
        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> open.session.send(OpenSession.READ)));
        open.session.signOut();
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_server_half_that_is_too_old_is_asked_once_and_ends_nothing() throws Exception {
        try (var log = LogLines.open();
                var other = new OpenSession(prepared -> prepared.answer(END, 404, ""))) {
            other.askForItsEnd();
            log.await("login 1: the server half cannot tell when its session ends");

            Await.until(
                    "nothing is planned but looks at the clock",
                    () -> !other.time().clock().hasTaskWithin(Duration.ofMinutes(9)));
            assertTrue(other.session.isActive());
        }
    }

    @Test
    void a_server_half_that_is_away_is_left_alone_for_a_while_and_ends_nothing() throws Exception {
        try (var other = new OpenSession(prepared -> prepared.answer(END, 503, ""))) {
            other.askForItsEnd();
            var clock = other.time().clock();
            Await.until("the next question is planned", () -> clock.hasTaskWithin(Duration.ofSeconds(15)));

            assertFalse(clock.hasTaskWithin(Duration.ofSeconds(14)));
            assertTrue(other.session.isActive());
        }
    }

    @Test
    void a_session_that_the_host_locked_is_followed_no_more() throws Exception {
        open.askForItsEnd();
        var clock = open.time().clock();
        Await.until("the next question is planned", () -> clock.hasTaskWithin(Duration.ofSeconds(1)));

        open.session.lock();

        Await.until("nothing is planned any more", () -> !clock.hasTaskWithin(Duration.ofHours(2)));
    }

    @Test
    void its_end_without_activity_is_known_and_moves_with_each_call() throws Exception {
        var noon = Clients.NOON;
        assertEquals(noon.plus(Duration.ofHours(1)), open.session.endsAt());
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(40), told::add);

        server.answer(END, 200, IDLE);
        open.askForItsEnd();
        assertEquals(noon.plus(Duration.ofMinutes(30)), next(told));

        open.passes(Duration.ofMinutes(20));
        server.answer("GET /send", MockServerHalf.ownError(503, "PSC-060"));
        assertThrows(PscException.class, () -> open.session.send(OpenSession.READ));
        assertEquals(noon.plus(Duration.ofMinutes(30)), open.session.endsAt());
        server.answer("GET /send", 200, "{}");
        open.session.send(OpenSession.READ);
        assertEquals(open.time().now().plus(Duration.ofMinutes(30)), open.session.endsAt());

        open.passes(Duration.ofMinutes(20));
        open.session.send(OpenSession.READ);
        assertEquals(noon.plus(Duration.ofHours(1)), open.session.endsAt());
    }

    @Test
    void a_call_that_is_answered_late_takes_no_activity_back() throws Exception {
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(40), told::add);
        server.answer(END, 200, IDLE);
        open.askForItsEnd();
        next(told);
        server.answer("POST /send", 200, "{}");
        server.answer("GET /send", () -> {
            open.passes(Duration.ofSeconds(2));
            assertDoesNotThrow(() -> open.session.send(ApiRequest.of("POST", "form", "declarations")));
            return new MockResponse.Builder().body("{}").build();
        });

        open.session.send(OpenSession.READ);

        assertEquals(open.time().now().plus(Duration.ofMinutes(30)), open.session.endsAt());
    }

    @Test
    void a_listener_is_told_once_of_each_end() throws Exception {
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(5), told::add);
        // Told in the same look at the clock, and after the former one.
        var earlier = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(6), earlier::add);
        open.passes(Duration.ofMinutes(54));
        next(earlier);
        assertEquals(0, told.size());

        open.passes(Duration.ofMinutes(2));
        open.session.onEndingSoon(Duration.ofMinutes(1), end -> {});
        assertEquals(Instant.parse("2026-01-01T13:00:00Z"), next(told));

        var later = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(4), later::add);
        next(later);
        assertEquals(0, told.size());
    }

    @Test
    void the_engine_warns_by_itself() throws Exception {
        var told = new LinkedBlockingQueue<Instant>();
        try (var quiet = new OpenSession(prepared -> prepared.answer(END, 404, ""))) {
            quiet.session.onEndingSoon(Duration.ofMinutes(55), told::add);
            // When this one is told, nobody looks at the clock any more before it moves.
            var atOnce = new LinkedBlockingQueue<Instant>();
            quiet.session.onEndingSoon(Duration.ofMinutes(61), atOnce::add);
            next(atOnce);

            quiet.passes(Duration.ofMinutes(5).minusMillis(1));
            assertEquals(0, told.size());

            quiet.passes(Duration.ofMillis(1));
            assertEquals(Instant.parse("2026-01-01T13:00:00Z"), next(told));
        }
    }

    private static Instant next(Queue<Instant> told) {
        return Await.value("a warning", () -> Optional.ofNullable(told.poll()));
    }

    @Test
    void a_warning_after_the_end_is_none() {
        assertThrows(IllegalArgumentException.class, () -> open.session.onEndingSoon(Duration.ZERO, end -> {}));
    }
}
