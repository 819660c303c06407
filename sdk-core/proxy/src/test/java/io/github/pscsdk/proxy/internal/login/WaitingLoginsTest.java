package io.github.pscsdk.proxy.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.NewLogin.Created;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.internal.Scheduler;
import io.github.pscsdk.tracestore.TracePosition;
import io.github.pscsdk.tracestore.TraceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A login that waits: what is told of it, where another node ends it, and what a stop does to it. */
class WaitingLoginsTest {
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

    @Test
    void who_waits_is_answered_at_the_end_of_the_wait_and_not_before() throws Exception {
        var status = logins.await(login.id(), LoginsBench.CALLER, Duration.ofMillis(1500), Locale.ENGLISH);
        bench.clock.advance(Duration.ofMillis(1499));
        assertFalse(status.isDone());

        bench.clock.advance(Duration.ofMillis(1));

        assertEquals(LoginState.PENDING, status.join().state());
    }

    @Test
    void who_asks_after_the_end_waits_no_moment() {
        bench.fail(login.id());

        var status = logins.await(login.id(), LoginsBench.CALLER, Duration.ofSeconds(20), Locale.ENGLISH);

        assertTrue(status.isDone());
        assertEquals(LoginState.FAILED, status.join().state());
    }

    @Test
    void a_step_of_another_node_is_seen_within_a_second() throws Exception {
        var other = bench.node(TraceStore.inMemory(100, bench.clock), Scheduler.of(bench.clock, "other"));
        var status = other.await(login.id(), LoginsBench.CALLER, Duration.ofSeconds(10), Locale.ENGLISH);
        Await.outcome("the login is withdrawn", logins.withdraw(login.id(), LoginsBench.CALLER));
        assertFalse(status.isDone());

        bench.clock.advance(Duration.ofSeconds(1));

        assertTrue(status.isCompletedExceptionally());
        other.close();
    }

    @Test
    void a_place_is_free_as_soon_as_this_node_sees_that_another_one_has_ended_the_login() throws Exception {
        var places = new AdmittedLogin.Registry(1, bench.clock);
        var begun = bench.begin(logins, places.inBrowser());
        bench.fail(begun.id());
        assertEquals(1, places.count());

        assertEquals(LoginState.FAILED, LoginsBench.status(logins, begun).state());

        assertEquals(0, places.count());
    }

    @Test
    void a_login_is_traced_as_failed_once_also_where_it_is_withdrawn_afterwards() throws Exception {
        var traces = TraceStore.inMemory(100, bench.clock);
        var node = bench.node(traces, Scheduler.of(bench.clock, "traced"));
        var begun = bench.begin(node);
        bench.clock.advance(Duration.ofMinutes(11));
        Await.until("it is traced", () -> count(traces) == 1);

        Await.outcome("it is withdrawn", node.withdraw(begun.id(), LoginsBench.CALLER));

        assertEquals(1, count(traces));
        node.close();
    }

    private static int count(TraceStore traces) {
        return traces.read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 100).size();
    }

    @Test
    void what_another_node_has_ended_is_not_told_again_here() throws Exception {
        bench.fail(login.id());

        bench.clock.advance(Duration.ofMinutes(11));
        logins.close();

        Await.until("it is over here", bench::isQuiet);
        assertEquals(List.of(), bench.problems);
    }

    @Test
    void a_stop_ends_what_no_other_node_knows_of() {
        logins.close();

        assertEquals(List.of(LoginProblem.SERVER_HALF_BUSY), bench.problems);
    }

    @Test
    void a_stop_leaves_to_other_nodes_what_they_know_of() throws Exception {
        var calls = new AtomicInteger();
        var node = bench.node(
                TraceStore.inMemory(100, bench.clock),
                Scheduler.of(bench.clock, "stopping"),
                new InterceptedStore(bench.sessions) {
                    @Override
                    protected <T> T call(Call call, String about, Supplier<T> work) {
                        calls.addAndGet(about.startsWith("psc-proxy/login/") ? 1 : 0);
                        return work.get();
                    }

                    @Override
                    public boolean isInProcess() {
                        return false;
                    }
                });
        var begun = bench.begin(node);
        calls.set(0);

        node.close();

        assertEquals(LoginState.PENDING, LoginsBench.status(node, begun).state());
        assertEquals(1, calls.get(), "that of the status");
        assertEquals(List.of(), bench.problems);
    }

    @Test
    void a_login_whose_device_nobody_knows_any_more_is_interrupted() throws Exception {
        var places = new AdmittedLogin.Registry(1, bench.clock);
        var asked = Await.outcome(
                "the phone rings",
                logins.onDevice(LoginsBench.CALLER, bench.onPhone(), places.besideOthers(LoginsBench.ANNE)));
        bench.loseDeviceLogins();
        var fresh = bench.freshNode();

        LoginsBench.status(fresh, asked);

        assertEquals(
                Optional.of(LoginProblem.INTERRUPTED.code()),
                LoginsBench.status(fresh, asked).problem());
    }
}
