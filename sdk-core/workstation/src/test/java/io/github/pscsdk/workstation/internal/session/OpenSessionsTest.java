package io.github.pscsdk.workstation.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PassingTime;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import io.github.pscsdk.workstation.internal.http.Wired;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A login that comes to its session while the client is closed. */
class OpenSessionsTest {
    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private final PassingTime time = new PassingTime();

    @AutoClose
    private final EngineThreads threads = new EngineThreads(time.clock());

    @AutoClose
    private final OpenSessions sessions =
            new OpenSessions(Wired.to(server.address(), threads, UnaryOperator.identity()), threads);

    private WorkstationSession open() throws Exception {
        var nobody = new Professional(
                new NationalId(MockServerHalf.NATIONAL_ID), "", List.of(), Optional.empty(), List.of(), List.of());
        var facts = new LoggedIn(
                Optional.empty(), Optional.empty(), time.now().plus(Duration.ofHours(1)), Optional.empty(), nobody);
        return sessions.open(
                SessionHandle.received("session"),
                facts,
                Optional.of(Means.CARD),
                1,
                CardRemoval.LOCK,
                Optional.empty());
    }

    @Test
    void one_that_comes_after_the_close_is_locked_and_watches_nothing() throws Exception {
        sessions.close();

        var late = open();

        assertSame(State.LOCKED, late.state());
        assertEquals(0, time.clock().tasks());
    }

    @Test
    void one_that_came_before_is_locked_by_the_close() throws Exception {
        var session = open();
        assertSame(State.ACTIVE, session.state());

        sessions.close();

        assertSame(State.LOCKED, session.state());
        assertEquals(0, time.clock().tasks());
    }

    @Test
    void one_that_no_caller_gets_is_ended_also_on_an_interrupted_thread() throws Exception {
        var session = open();

        Thread.currentThread().interrupt();
        session.abandon();

        assertTrue(Thread.interrupted(), "the interrupt is the caller's");
        assertSame(State.ENDED, session.state());
        assertEquals(
                "proxy_session_id=session", server.await("DELETE /disconnect").header("Cookie"));
        assertEquals(0, time.clock().tasks());
    }
}
