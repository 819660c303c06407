package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.SessionState;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION, server.await(END).header("Cookie"));

        server.answer(END, MockServerHalf.ownError(401, "PSC-015"));
        states.awaitChanges(1);

        assertEquals(List.of(SessionState.ENDED), states.told());
        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> open.session.send(OpenSession.READ)));
        open.session.signOut();
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void a_server_half_that_is_too_old_or_away_ends_nothing() throws Exception {
        for (var status : List.of(404, 503)) {
            try (var other = new OpenSession(prepared -> prepared.answer(END, status, ""))) {
                other.server.await(END);
                Thread.sleep(1500);
                assertEquals(1, other.server.seen(END).size());
                assertTrue(other.session.isActive());
            }
        }
    }

    @Test
    void a_session_that_the_host_locked_is_followed_no_more() throws Exception {
        server.await(END);

        open.session.lock();

        Thread.sleep(200);
        var asked = server.seen(END).size();
        Thread.sleep(2500);
        assertEquals(asked, server.seen(END).size());
    }

    @Test
    void its_end_without_activity_is_known_and_moves_with_each_call() throws Exception {
        var noon = Clients.NOON;
        assertEquals(noon.plus(Duration.ofHours(1)), open.session.endsAt());
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(40), told::add);

        server.answer(END, 200, IDLE);
        assertEquals(noon.plus(Duration.ofMinutes(30)), told.poll(30, TimeUnit.SECONDS));

        open.passes(Duration.ofMinutes(20));
        server.answer("GET /send", MockServerHalf.ownError(503, "PSC-060"));
        assertThrows(PscException.class, () -> open.session.send(OpenSession.READ));
        assertEquals(noon.plus(Duration.ofMinutes(30)), open.session.endsAt());
        server.answer("GET /send", 200, "{}");
        open.session.send(OpenSession.READ);
        assertEquals(noon.plus(Duration.ofMinutes(50)), open.session.endsAt());

        open.passes(Duration.ofMinutes(20));
        open.session.send(OpenSession.READ);
        assertEquals(noon.plus(Duration.ofHours(1)), open.session.endsAt());
    }

    @Test
    void a_listener_is_told_once_of_each_end() throws Exception {
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(5), told::add);
        open.passes(Duration.ofMinutes(54));
        open.session.onEndingSoon(Duration.ofMinutes(1), end -> {});
        Thread.sleep(200);
        assertEquals(0, told.size());

        open.passes(Duration.ofMinutes(2));
        open.session.onEndingSoon(Duration.ofMinutes(1), end -> {});
        assertEquals(Instant.parse("2026-01-01T13:00:00Z"), told.poll(30, TimeUnit.SECONDS));

        open.session.onEndingSoon(Duration.ofMinutes(1), end -> {});
        Thread.sleep(200);
        assertEquals(0, told.size());
    }

    @Test
    void the_engine_warns_by_itself() throws Exception {
        var told = new LinkedBlockingQueue<Instant>();
        open.session.onEndingSoon(Duration.ofMinutes(60).minusMillis(1), told::add);
        Thread.sleep(200);
        assertEquals(0, told.size());

        open.passes(Duration.ofMillis(2));

        assertEquals(Instant.parse("2026-01-01T13:00:00Z"), told.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void a_warning_after_the_end_is_none() {
        assertThrows(IllegalArgumentException.class, () -> open.session.onEndingSoon(Duration.ZERO, end -> {}));
    }
}
