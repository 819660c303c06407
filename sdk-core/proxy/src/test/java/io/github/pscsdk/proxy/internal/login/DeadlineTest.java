package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.internal.NewLogin.Created;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser login whose time is over. */
class DeadlineTest {
    private final LoginsBench bench = new LoginsBench();
    private final Logins logins = bench.node(TraceStore.inMemory(100, bench.clock), Scheduler.of(bench.clock, "node"));
    private Created login;

    @BeforeEach
    void begin() throws Exception {
        login = bench.begin(logins);
    }

    @AfterEach
    void stop() {
        logins.close();
        bench.close();
    }

    private void passDeadline() {
        bench.clock.advance(Duration.between(bench.clock.instant(), LoginsBench.deadline(login)));
    }

    @Test
    void at_its_deadline_and_no_earlier_a_login_ends_that_nobody_came_back_to() throws Exception {
        bench.clock.advance(Duration.between(bench.clock.instant(), LoginsBench.deadline(login))
                .minusMillis(1));
        assertEquals(List.of(), bench.problems);

        bench.clock.advance(Duration.ofMillis(1));

        assertEquals(List.of(LoginProblem.NO_ANSWER_IN_TIME), bench.problems, "though nobody follows it");
        assertEquals(
                Optional.of(LoginProblem.NO_ANSWER_IN_TIME.code()),
                LoginsBench.status(logins, login).problem());
    }

    @Test
    void a_login_whose_code_nobody_typed_ends_at_its_deadline_here_and_at_psc() throws Exception {
        Await.outcome("the page shows a code", LoginsBench.comeBack(logins, LoginsBench.logIn(login)));

        passDeadline();

        Await.until("the login has failed", () -> bench.problems.equals(List.of(LoginProblem.NO_ANSWER_IN_TIME)));
        Await.until("the session at Pro Santé Connect has ended", () -> bench.simulator.count(Endpoint.LOGOUT) == 1);
    }

    @Test
    void the_deadline_finds_nothing_to_end_after_the_code() throws Exception {
        var code = Await.outcome("the page shows a code", LoginsBench.comeBack(logins, LoginsBench.logIn(login)));
        var done = Await.outcome(
                "the code is taken", logins.takeCode(login.id(), LoginsBench.CALLER, code.reveal(), Locale.ENGLISH));

        passDeadline();

        assertEquals(List.of(), bench.problems);
        assertEquals(done, LoginsBench.status(logins, login));
        var session = new SessionId(done.proxySessionId().orElseThrow());
        assertTrue(bench.client().session(session).isPresent());
        assertEquals(0, bench.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void a_return_that_arrives_after_the_end_shows_no_code_and_leaves_no_session() throws Exception {
        var callback = LoginsBench.logIn(login);
        passDeadline();

        var late = LoginsBench.comeBack(logins, callback);

        assertThrows(PscException.class, () -> Await.outcome("the return is refused", late));
        assertEquals(0, bench.simulator.count(Endpoint.TOKEN), "the code of the return is not even redeemed");
    }
}
