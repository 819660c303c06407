package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.NewLogin.Created;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of a browser login was right, and the node that opens its session is slow: it waits for its trace. */
class OpeningTest {
    private final LoginsBench bench = new LoginsBench();
    // The timers of the slow node alone: what it would do later waits until the test says so.
    private final VirtualClock slowTime = VirtualClock.standing();
    private final CompletableFuture<Void> trace = new CompletableFuture<>();
    private final Logins slow = bench.node(held(TraceStore.inMemory(100, bench.clock)), Scheduler.of(slowTime, "slow"));
    private final Logins other = bench.node(TraceStore.inMemory(100, bench.clock), Scheduler.of(bench.clock, "other"));
    private Created login;
    private CompletableFuture<LoginState> opening;

    @BeforeEach
    void begin() throws Exception {
        login = bench.begin(slow);
        opening = giveCode(login);
        Await.until("the session is being opened", () -> status().state().equals(LoginState.PENDING));
    }

    private CompletableFuture<LoginState> giveCode(Created begun) throws Exception {
        var code = Await.outcome("the page shows a code", LoginsBench.comeBack(slow, LoginsBench.logIn(begun)));
        return CompletableFuture.supplyAsync(
                        () -> slow.takeCode(begun.id(), LoginsBench.CALLER, code.reveal(), Locale.ENGLISH),
                        ThreadPerTaskExecutor.INSTANCE)
                .thenCompose(taken -> taken);
    }

    /** Keeps each trace when the test says so, or fails. */
    private TraceStore held(TraceStore traces) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("append")) {
                hold();
            }
            try {
                return method.invoke(traces, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (TraceStore)
                Proxy.newProxyInstance(TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, handler);
    }

    private void hold() {
        try {
            trace.join();
        } catch (CompletionException e) {
            throw (StoreException) e.getCause();
        }
    }

    @AfterEach
    void stop() {
        trace.complete(null);
        slow.close();
        other.close();
        bench.close();
    }

    private LoginState status() throws Exception {
        return LoginsBench.status(other, login);
    }

    private LoginState opened() throws Exception {
        return Await.outcome("the session is open, or the login has failed", opening);
    }

    private void assertLives(LoginState status) {
        var session = status.proxySessionId().orElseThrow();
        assertTrue(bench.client().session(new SessionId(session)).isPresent());
        assertEquals(0, bench.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void the_deadline_does_not_end_what_waits_for_nobody_any_more() throws Exception {
        slowTime.advance(Duration.between(bench.clock.instant(), LoginsBench.deadline(login)));
        assertEquals(List.of(), bench.problems);
        assertEquals(LoginState.PENDING, status().state());

        trace.complete(null);

        Await.until("the session is open", () -> status().state().equals(LoginState.DONE));
        assertLives(status());
    }

    @Test
    void the_deadline_gives_back_the_place_at_the_node_that_began_though_another_one_opens() throws Exception {
        var places = new AdmittedLogin.Registry(1, bench.clock);
        var begun = bench.begin(other, places.inBrowser());
        giveCode(begun);
        Await.until(
                "the session is being opened",
                () -> LoginsBench.status(other, begun).state().equals(LoginState.PENDING));

        bench.clock.advance(Duration.between(bench.clock.instant(), LoginsBench.deadline(begun)));

        Await.until("the place is free", () -> places.count() == 0);
    }

    @Test
    void a_node_that_fails_late_leaves_a_session_alone_that_another_one_has_opened() throws Exception {
        bench.clock.advance(Duration.ofMinutes(1));
        status();
        Await.until(
                "the other node has opened the session", () -> status().state().equals(LoginState.DONE));
        assertFalse(opening.isDone() && opened().state().equals(LoginState.FAILED));

        trace.completeExceptionally(StoreException.unavailable("the disk is full", null));

        // The slow node has come to its own end of the login when it answers its caller.
        assertLives(opened());
        assertLives(status());
    }

    @Test
    void a_node_that_fails_in_time_ends_the_session_here_and_at_psc() throws Exception {
        trace.completeExceptionally(StoreException.unavailable("the disk is full", null));

        assertEquals(LoginState.FAILED, opened().state());
        Await.until("the session at Pro Santé Connect has ended", () -> bench.simulator.count(Endpoint.LOGOUT) == 1);
    }

    @Test
    void a_node_that_has_another_client_by_now_leaves_the_login_to_those_that_have_its_own() throws Exception {
        var another = bench.nodeOfAnotherClient();
        var waiting = bench.begin(other);
        var callback = LoginsBench.logIn(waiting);
        bench.clock.advance(Duration.ofMinutes(1));

        assertEquals(LoginState.PENDING, LoginsBench.status(another, login).state());
        assertThrows(PscException.class, () -> Await.outcome("the return", LoginsBench.comeBack(another, callback)));

        status();
        Await.until(
                "a node that has the client has opened the session",
                () -> status().state().equals(LoginState.DONE));
        assertEquals(List.of(), bench.problems);
    }

    @Test
    void a_login_that_is_left_without_its_session_is_interrupted() throws Exception {
        bench.clock.advance(Duration.ofMinutes(1));
        bench.loseSessions();

        status();

        assertEquals(Optional.of(LoginProblem.INTERRUPTED.code()), status().problem());
    }

    @Test
    void a_session_that_is_gone_before_the_code_is_typed_interrupts_the_login() throws Exception {
        var begun = bench.begin(other);
        var code = Await.outcome("the page shows a code", LoginsBench.comeBack(other, LoginsBench.logIn(begun)));
        bench.loseSessions();

        var state = Await.outcome(
                "the code is taken", other.takeCode(begun.id(), LoginsBench.CALLER, code.reveal(), Locale.ENGLISH));

        assertEquals(Optional.of(LoginProblem.INTERRUPTED.code()), state.problem());
    }

    @Test
    void a_session_that_comes_after_its_caller_has_left_is_ended_at_once() throws Exception {
        var before = bench.living();
        var places = new AdmittedLogin.Registry(1, bench.clock);
        var connects = slow.connects();
        var login = Await.outcome(
                "the phone rings",
                connects.begin(
                        LoginsBench.CALLER,
                        bench.onPhone(),
                        places.besideOthers(LoginsBench.ANNE),
                        connects.now(),
                        Optional.empty()));
        // Its trace is held, so the device is not told yet that nobody waits any more.
        ThreadPerTaskExecutor.INSTANCE.execute(login::cancel);
        Await.until("the wait is over", () -> places.count() == 0);

        Await.until("the session comes", () -> {
            bench.clock.advance(Duration.ofSeconds(1));
            return bench.opened() > before;
        });
        Await.until("the session is gone", () -> bench.living() == before);
        assertFalse(login.outcome().isDone());
    }
}
