package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.Engine.Boundary;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineBoundaryTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final VirtualClock clock = VirtualClock.standing();
    private final Boundary boundary = new Boundary(LIMIT, Scheduler.of(clock, "test"));

    private static Throwable failure(CompletableFuture<?> exposed) {
        return assertThrows(Exception.class, () -> Await.outcome("the operation", exposed));
    }

    @Test
    void an_operation_ends_at_its_limit_and_its_flow_with_it() {
        var flow = new CompletableFuture<String>();

        var exposed = boundary.exposed(flow);
        clock.advance(LIMIT.minusMillis(1));
        assertFalse(exposed.isDone());

        clock.advance(Duration.ofMillis(1));

        var failure = assertInstanceOf(PscException.class, failure(exposed));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
        assertTrue(flow.isCancelled());
    }

    @Test
    void cancelling_what_the_caller_holds_cancels_the_flow() {
        var flow = new CompletableFuture<String>();

        boundary.exposed(flow).cancel(true);

        assertTrue(flow.isCancelled());
    }

    @Test
    void a_login_that_waits_for_a_professional_has_no_limit_of_ours() throws Exception {
        var flow = new CompletableFuture<String>();
        var waiting = boundary.waiting(flow);

        clock.advance(Duration.ofDays(1));

        assertFalse(waiting.isDone());
        waiting.cancel(true);
        assertFalse(flow.isDone());
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, ArithmeticException.class, StackOverflowError.class})
    void what_was_not_foreseen_comes_from_what_psc_sent(Class<? extends Throwable> type) throws Exception {
        var thrown = type.getConstructor(String.class).newInstance("899999100011");

        var failure =
                assertInstanceOf(PscException.class, failure(boundary.exposed(CompletableFuture.failedFuture(thrown))));

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, failure.problem());
        assertFalse(failure.toString().contains("899999100011"));
        assertEquals(null, failure.getCause());
    }

    @Test
    void a_problem_comes_through_as_it_is() {
        var thrown = new PscException(LoginProblem.REFUSED, "test");

        assertSame(
                thrown,
                failure(boundary.exposed(CompletableFuture.failedFuture(thrown).thenApply(x -> x))));
    }

    @Test
    void a_cancelled_flow_is_cancelled() {
        var flow = new CompletableFuture<String>();
        var exposed = boundary.exposed(flow);

        flow.cancel(true);

        assertThrows(CancellationException.class, () -> Await.outcome("the operation", exposed));
    }

    @Test
    void a_store_that_fails_is_a_problem_which_repeats_nothing_that_it_says() {
        var broken = new CountingStore(SessionStore.inMemory(Clock.systemUTC())) {
            @Override
            public OptionalLong write(String key, long version, EntryContent content) {
                throw new IllegalStateException("cannot keep " + key);
            }
        };
        try (var lab = Lab.with(simulator -> simulator, party -> party.sessionStore(broken))) {
            var failure = assertInstanceOf(
                    PscException.class, failure(lab.party.beginBrowserLogin().toCompletableFuture()));
            assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
            for (Throwable told = failure; told != null; told = told.getCause()) {
                assertFalse(told.toString().contains("psc/"), told.toString());
            }
        }
    }

    @Test
    void arguments_that_are_missing_are_named() {
        try (var lab = Lab.open()) {
            var party = lab.party;
            var id = SessionId.draw();
            for (var missing : new Object[][] {
                {"id", (Runnable) () -> party.session(null)},
                {"id", (Runnable) () -> party.refresh(null)},
                {"id", (Runnable) () -> party.signOut(null)},
                {"id", (Runnable) () -> party.forget(null)},
                {"id", (Runnable) () -> party.refreshBefore(null)},
                {"audience", (Runnable) () -> party.exchange(id, null)},
                {"callback", (Runnable) () -> party.completeBrowserLogin(null, "")},
                {"expectedState", (Runnable) () -> party.completeBrowserLogin(Lab.REDIRECT, null)},
                {"request", (Runnable) () -> party.beginBackchannelLogin(null, null)},
                {"logoutToken", (Runnable) () -> party.acceptLogoutToken(null)},
                {"environment", (Runnable) () -> RelyingParty.builder(null)}
            }) {
                assertEquals(
                        missing[0],
                        assertThrows(NullPointerException.class, ((Runnable) missing[1])::run)
                                .getMessage());
            }
        }
    }
}
