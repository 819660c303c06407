package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionTest {
    @AutoClose
    private final OpenSession open = new OpenSession();

    private final MockServerHalf server = open.server;
    private final AuthenticationSession session = open.session;

    SessionTest() throws Exception {}

    @Test
    void locked_it_sends_nothing_and_the_session_lives_on() {
        session.lock();

        assertFalse(session.isActive());
        assertSame(State.LOCKED, session.state());
        assertSame(LoginProblem.SESSION_LOCKED, problemOf(() -> session.send(OpenSession.READ)));
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void locked_it_still_runs_out() {
        session.lock();
        open.passes(Duration.ofHours(1));

        assertSame(State.ENDED, session.state());
        session.lock();
        assertSame(State.ENDED, session.state());
    }

    @Test
    void each_change_is_told_once_and_to_all_in_the_same_order_even_if_one_causes_the_next() {
        var first = new ArrayList<State>();
        var second = new ArrayList<State>();
        session.onStateChange(state -> {
            first.add(state);
            if (state == State.LOCKED) {
                assertDoesNotThrow(session::signOut);
            }
        });
        session.onStateChange(second::add);

        session.lock();
        session.lock();

        assertEquals(List.of(State.LOCKED, State.ENDED), first);
        assertEquals(List.of(State.LOCKED, State.ENDED), second);
    }

    @Test
    void a_listener_hears_nothing_of_what_was_before_it() throws Exception {
        session.lock();
        var told = new ArrayList<State>();

        session.onStateChange(told::add);
        session.signOut();

        assertEquals(List.of(State.ENDED), told);
    }

    @Test
    void a_listener_holds_nobody_up_who_asks_on_another_thread() {
        var seen = new AtomicReference<State>();
        session.onStateChange(state -> seen.set(CompletableFuture.supplyAsync(
                        () -> {
                            session.onStateChange(late -> {});
                            return session.state();
                        },
                        ThreadPerTaskExecutor.INSTANCE)
                .join()));

        session.lock();

        assertSame(State.LOCKED, seen.get());
    }

    @Test
    void a_listener_that_throws_is_logged_by_its_class_and_the_next_one_is_told() {
        var told = new ArrayList<State>();
        session.onStateChange(state -> {
            throw new AssertionError("FICTIVE");
        });
        session.onStateChange(told::add);

        try (var log = LogLines.open()) {
            session.lock();

            assertEquals(List.of(State.LOCKED), told);
            assertTrue(log.contains("WARN login 1: a listener of its session threw java.lang.AssertionError"));
            assertFalse(log.contains("FICTIVE"));
        }
    }

    @Test
    void the_end_of_its_time_is_told_when_it_is_noticed() {
        var told = new ArrayList<State>();
        session.onStateChange(told::add);
        open.passes(Duration.ofHours(1));

        session.isActive();
        session.isActive();

        assertEquals(List.of(State.ENDED), told);
    }

    @Test
    void the_engine_notices_by_itself() throws Exception {
        server.answer(
                "GET /v1/session", 200, MockServerHalf.session(MockServerHalf.NATIONAL_ID, "2026-01-01T12:00:00.001Z"));
        var states = States.of(open.client.login(LoginRequest.using("phone")));

        open.passes(Duration.ofHours(1));
        states.awaitChanges(1);

        assertEquals(List.of(State.ENDED), states.told());
    }

    @Test
    void a_session_of_a_closed_client_is_locked_and_its_listeners_know() {
        var told = new ArrayList<State>();
        session.onStateChange(told::add);

        open.client.close();

        assertEquals(List.of(State.LOCKED), told);
        assertSame(LoginProblem.SESSION_LOCKED, problemOf(() -> session.send(OpenSession.READ)));
    }

    @Test
    void past_its_time_it_is_not_active_and_sends_nothing() {
        open.passes(Duration.ofHours(1));

        assertFalse(session.isActive());
        assertSame(LoginProblem.SESSION_ENDED, problemOf(() -> session.send(OpenSession.READ)));
        assertEquals(List.of(), server.seen("GET /send"));
    }

    @Test
    void what_may_not_be_null_is_named() {
        assertEquals(
                "request",
                assertThrows(NullPointerException.class, () -> session.send(null))
                        .getMessage());
        assertEquals(
                "listener",
                assertThrows(NullPointerException.class, () -> session.onStateChange(null))
                        .getMessage());
    }

    @Test
    void signing_out_ends_it_at_the_server_half_once_even_after_a_lock() throws Exception {
        session.lock();

        session.signOut();
        session.signOut();

        assertEquals(1, server.seen("DELETE /disconnect").size());
        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION,
                server.await("DELETE /disconnect").header("Cookie"));
    }

    @Test
    void a_session_that_is_gone_already_is_signed_out() throws Exception {
        server.answer("DELETE /disconnect", MockServerHalf.ownError(401, "PSC-006"));

        session.signOut();

        assertFalse(session.isActive());
    }

    @Test
    void a_401_of_the_bare_contract_means_that_the_session_is_gone() throws Exception {
        server.answer("DELETE /disconnect", 401, "{\"code\":\"401\",\"message\":\"no session\",\"metadata\":{}}");

        session.signOut();

        assertFalse(session.isActive());
    }

    @Test
    void signing_out_with_a_refused_application_token_fails() {
        server.answer("DELETE /disconnect", MockServerHalf.ownError(401, "PSC-062"));

        var failure = assertThrows(PscException.class, session::signOut);

        assertSame(LoginProblem.NOT_SIGNED_OUT_YET, failure.problem());
        assertEquals(Map.of("problem", "PSC-062"), failure.facts());
    }

    @Test
    void signing_out_that_fails_closes_this_end_all_the_same_and_may_be_tried_again() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        assertThrows(PscException.class, session::signOut);
        assertFalse(session.isActive());

        server.answer("DELETE /disconnect", 200, "");
        session.signOut();

        assertEquals(2, server.seen("DELETE /disconnect").size());
    }
}
