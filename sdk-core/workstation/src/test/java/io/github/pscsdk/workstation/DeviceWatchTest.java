package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session and the device that opened it, with an authenticator of the application's own. */
class DeviceWatchTest {
    private static final LoginRequest REQUEST = LoginRequest.using("card");

    private final MockServerHalf server = new MockServerHalf();
    private final FakeDevice device = new FakeDevice();
    private final PassingTime time = new PassingTime();
    private PscClient client;

    @BeforeEach
    void build() {
        client = Fakes.builder(server)
                .authenticator(device.authenticator())
                .clock(time.clock())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void unless_the_host_chooses_otherwise_the_session_is_locked_while_the_card_is_away() throws Exception {
        var session = client.login(REQUEST);
        var states = States.of(session);

        device.leaves();
        states.awaitChanges(1);
        var refusal = assertThrows(PscException.class, () -> session.send(ApiRequest.of("GET", "form", "x")));
        device.comesBack();
        states.awaitChanges(1);

        assertSame(LoginProblem.SESSION_LOCKED, refusal.problem());
        assertEquals(List.of(State.LOCKED, State.ACTIVE), states.told());
        assertTrue(session.isActive());
        assertEquals(List.of(), server.seen("GET /send"));
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void saying_the_same_again_changes_nothing() throws Exception {
        var states = States.of(client.login(REQUEST));

        device.comesBack().leaves().leaves().leaves().comesBack().comesBack().leaves();
        states.awaitChanges(3);

        assertEquals(List.of(State.LOCKED, State.ACTIVE, State.LOCKED), states.told());
    }

    @Test
    void a_card_that_left_before_the_host_had_the_session_locks_it() throws Exception {
        device.leaves();

        var session = client.login(REQUEST);

        States.of(session).await(State.LOCKED);
    }

    @Test
    void the_return_of_the_card_does_not_open_what_the_host_has_locked() throws Exception {
        var session = client.login(REQUEST);
        var states = States.of(session);
        device.leaves();
        states.awaitChanges(1);

        session.lock();
        device.kept().accept(true);

        assertSame(State.LOCKED, session.state());
        assertEquals(List.of(State.LOCKED), states.told());
    }

    @Test
    void removal_signs_out_where_the_host_wants_it() throws Exception {
        var session = client.login(REQUEST.withCardRemoval(CardRemoval.SIGN_OUT));
        var states = States.of(session);

        device.leaves();
        states.awaitChanges(1);

        server.await("DELETE /disconnect");
        assertEquals(List.of(State.ENDED), states.told());
        device.awaitInterrupted();
    }

    @Test
    void a_sign_out_by_removal_that_fails_leaves_this_end_closed_and_is_logged() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        try (var log = LogLines.open()) {
            var session = client.login(REQUEST.withCardRemoval(CardRemoval.SIGN_OUT));

            device.leaves();
            log.await("WARN login 1: its session may live on at the server half: PSC-");

            assertSame(State.ENDED, session.state());
            server.answer("DELETE /disconnect", 200, "");
            session.signOut();
            assertEquals(2, server.seen("DELETE /disconnect").size());
        }
    }

    @Test
    void a_sign_out_by_removal_that_fails_is_told_again_in_the_background() throws Exception {
        server.answer("DELETE /disconnect", 503, "");
        client.login(REQUEST.withCardRemoval(CardRemoval.SIGN_OUT));

        device.leaves();

        time.passesUntil(
                "told again",
                Duration.ofSeconds(2),
                () -> server.seen("DELETE /disconnect").size() == 2);
    }

    @Test
    void removal_after_the_host_has_locked_signs_nobody_out() throws Exception {
        var session = client.login(REQUEST.withCardRemoval(CardRemoval.SIGN_OUT));
        device.awaitBegun();

        session.lock();
        device.kept().accept(false);

        assertSame(State.LOCKED, session.state());
        client.close();
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void where_the_host_ignores_removal_no_watch_is_started() throws Exception {
        var followed = new FakeDevice();
        try (var other =
                Fakes.builder(server).authenticator(followed.authenticator()).build()) {
            client.login(REQUEST.withCardRemoval(CardRemoval.IGNORE));
            other.login(REQUEST);
            followed.awaitBegun();
        }
        client.close();

        assertFalse(device.hasBegun());
    }

    @Test
    void a_watch_that_returns_takes_the_card_with_it_for_good() throws Exception {
        var session = client.login(REQUEST);
        var states = States.of(session);

        device.isGivenUp();
        states.awaitChanges(1);
        device.kept().accept(true);

        assertSame(State.LOCKED, session.state());
        assertEquals(List.of(State.LOCKED), states.told());
    }

    @Test
    void so_does_one_that_throws_and_the_log_does_not_say_what() throws Exception {
        try (var log = LogLines.open()) {
            var session = client.login(REQUEST);

            device.breaks(new IllegalStateException(MockServerHalf.NATIONAL_ID));
            States.of(session).await(State.LOCKED);

            device.kept().accept(true);
            assertSame(State.LOCKED, session.state());
            assertTrue(log.contains(
                    "login 1: its device is no longer followed, the watch threw java.lang.IllegalStateException"));
            assertFalse(log.contains(MockServerHalf.NATIONAL_ID));
        }
    }

    @Test
    void so_does_one_that_fails_with_an_error() throws Exception {
        var session = client.login(REQUEST);

        device.says(presence -> {
            throw new NoClassDefFoundError();
        });

        States.of(session).await(State.LOCKED);
    }

    @Test
    void a_host_signs_out_of_a_session_whose_card_is_away() throws Exception {
        var session = client.login(REQUEST);
        device.leaves();
        States.of(session).await(State.LOCKED);

        session.signOut();

        assertSame(State.ENDED, session.state());
        server.await("DELETE /disconnect");
        device.awaitInterrupted();
    }

    @Test
    void a_lock_by_the_host_ends_the_watch() throws Exception {
        assertEndsTheWatch(AuthenticationSession::lock);
    }

    @Test
    void closing_the_session_ends_the_watch() throws Exception {
        assertEndsTheWatch(AuthenticationSession::close);
    }

    @Test
    void signing_out_ends_the_watch() throws Exception {
        assertEndsTheWatch(AuthenticationSession::signOut);
    }

    @Test
    void a_session_that_the_server_half_has_ended_needs_no_watch() throws Exception {
        server.answer(
                "GET /send/form/x",
                () -> new MockResponse.Builder()
                        .code(401)
                        .addHeader("Psc-Proxy-Error", "PSC-006")
                        .build());

        assertEndsTheWatch(
                session -> assertThrows(PscException.class, () -> session.send(ApiRequest.of("GET", "form", "x"))));
    }

    @Test
    void the_end_of_its_time_ends_the_watch() throws Exception {
        server.answer(
                "GET /v1/session", 200, MockServerHalf.session(MockServerHalf.NATIONAL_ID, "2026-01-01T13:00:00Z"));
        try (var timed = Fakes.builder(server)
                .authenticator(device.authenticator())
                .clock(time.clock())
                .build()) {
            var session = timed.login(REQUEST);
            device.awaitBegun();

            time.clock().advance(Duration.ofHours(1));

            assertSame(State.ENDED, session.state());
            device.awaitInterrupted();
        }
    }

    @Test
    void closing_the_client_ends_the_watch_before_it_returns() throws Exception {
        var states = States.of(client.login(REQUEST));
        device.awaitBegun();

        client.close();

        assertTrue(device.wasInterrupted());
        assertEquals(List.of(State.LOCKED), states.told());
    }

    @Test
    void closing_the_client_does_not_wait_for_ever_for_a_watch_that_does_not_listen() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var deaf = Fakes.builder(server)
                .authenticator(Fakes.authenticator("card", (request, context) -> {
                    context.watch(presence -> {
                        begun.countDown();
                        Fakes.awaitCarelessly(goOn);
                    });
                    return context.backchannel(Fakes.onPhone());
                }))
                .build();
        deaf.login(REQUEST);
        begun.await();

        try (var log = LogLines.open()) {
            deaf.close();

            assertTrue(log.contains("WARN psc-plugin-card-watch: a call did not end in time and is given up"));
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void the_watch_runs_on_a_daemon_thread_of_its_own() throws Exception {
        client.login(REQUEST);
        device.awaitBegun();

        assertTrue(device.thread().isDaemon());
        assertTrue(device.thread().getName().endsWith("-watch"));
    }

    @Test
    void a_listener_that_blocks_does_not_hold_the_watch_up() throws Exception {
        var session = client.login(REQUEST);
        var goOn = new CountDownLatch(1);
        session.onStateChange(state -> Fakes.awaitCarelessly(goOn));
        var reported = new CountDownLatch(1);

        device.says(presence -> {
            presence.accept(false);
            reported.countDown();
        });

        reported.await();
        goOn.countDown();
    }

    @Test
    void an_attempt_has_one_watch() throws Exception {
        var refused = new AtomicBoolean();
        try (var twice = Fakes.builder(server)
                .authenticator(Fakes.authenticator("card", (request, context) -> {
                    context.watch(device);
                    refused.set(throwsIllegalState(() -> context.watch(device)));
                    return context.backchannel(Fakes.onPhone());
                }))
                .build()) {
            twice.login(REQUEST);
        }

        assertTrue(refused.get());
    }

    @Test
    void a_watch_that_is_set_after_the_attempt_is_refused() throws Exception {
        var kept = new AtomicReference<Runnable>();
        try (var late = Fakes.builder(server)
                .authenticator(Fakes.authenticator("card", (request, context) -> {
                    kept.set(() -> context.watch(device));
                    return context.backchannel(Fakes.onPhone());
                }))
                .build()) {
            late.login(REQUEST);

            assertTrue(throwsIllegalState(kept.get()));
        }
    }

    private interface End {
        void of(AuthenticationSession session) throws Exception;
    }

    private void assertEndsTheWatch(End end) throws Exception {
        var session = client.login(REQUEST);
        device.awaitBegun();

        end.of(session);

        device.awaitInterrupted();
    }

    private static boolean throwsIllegalState(Runnable work) {
        try {
            work.run();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
