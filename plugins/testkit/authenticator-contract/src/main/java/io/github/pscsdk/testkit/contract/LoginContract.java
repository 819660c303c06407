package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.GivenUpException;
import io.github.pscsdk.spi.AuthenticationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The promises of an authenticator for one login, also one that somebody cancels, or whose deadline comes. */
interface LoginContract extends AuthenticatorUnderTest {
    /** The engine refuses any other grant than its own. */
    @Test
    default void returns_exactly_the_grant_of_the_context() throws Exception {
        var context = TestContext.answering().withDialog(dialog());
        assertSame(
                context.grant(),
                ContractHost.logInOnce(this, request(), context).grant());
    }

    /** Each question rings a professional's phone. */
    @Test
    default void asks_once() throws Exception {
        var answered = TestContext.answering().withDialog(dialog());
        var refused = TestContext.failing(refusal()).withDialog(dialog());
        for (var context : List.of(answered, refused)) {
            ContractHost.logInOnce(this, request(), context);
        }

        assertEquals(1, answered.asked().size(), "questions in one login");
        assertEquals(1, refused.asked().size(), "nobody is asked again after a refusal");
    }

    /** The caller must get the problem that the server half found, unchanged. */
    @Test
    default void passes_a_failure_on_without_wrapping_it() throws Exception {
        var context = TestContext.failing(refusal()).withDialog(dialog());
        assertEquals(
                LoginProblem.REFUSED,
                ContractHost.logInOnce(this, request(), context).problem());
    }

    /** Nobody can be asked if nobody was named. */
    @Test
    default void asks_nobody_where_the_identifier_that_it_needs_is_missing() throws Exception {
        if (authenticator().descriptor().needsNationalId()) {
            var context = TestContext.answering().withDialog(dialog());
            var problem = ContractHost.logInOnce(this, AuthenticationRequest.ofAnybody(), context)
                    .problem();

            assertEquals(LoginProblem.NATIONAL_ID_MISSING, problem);
            assertEquals(0, context.asked().size());
        }
    }

    /** The program in which the code is typed needs exclusive access to the card. */
    @Test
    default void releases_its_device_before_it_asks() throws Exception {
        var released = new AtomicReference<Optional<Boolean>>(Optional.empty());
        var context = TestContext.answering()
                .withDialog(dialog())
                .whenAsked(() -> released.set(Optional.of(deviceIsReleased())));
        var request = request();
        // Nothing after it may make another one: the hook speaks of the last.
        ContractHost.logInOnce(this, request, context).grant();

        assertEquals(Optional.of(true), released.get(), "it still holds its device");
    }

    /** A person may close the window with the question, and a host may have none. */
    @Test
    default void bears_a_person_who_does_not_answer() throws Exception {
        var context = TestContext.answering().withDialog(new LoginDialog() {});
        ContractHost.logInOnce(this, request(), context).assertEndsWell("where a question has no answer");
    }

    private static PscException refusal() {
        return new PscException(LoginProblem.REFUSED, "a test");
    }

    /** Cancel works at once while the authenticator waits for a device. */
    @Test
    default void stops_when_interrupted_while_the_device_is_silent() throws Exception {
        var context = TestContext.silent().withDialog(dialog());
        try (var host = ContractHost.of(this, silentDevice())) {
            var login = host.login(request(), context);
            EngineLimits.comesTrue(
                    () -> context.waitedForDevice() || !context.asked().isEmpty() || login.hasEnded());

            assertStops(host, login);
        }
    }

    /** Cancel works at once while the authenticator waits for the professional. */
    @Test
    default void stops_when_interrupted_while_the_professional_is_silent() throws Exception {
        var context = TestContext.silent().withDialog(dialog());
        try (var host = ContractHost.of(this, authenticator())) {
            var login = host.login(request(), context);
            context.awaitAsked(patience());

            assertStops(host, login);
        }
    }

    /** A login ends at its deadline, and not before; the engine interrupts an authenticator that waits in one call. */
    @Test
    default void gives_up_at_the_deadline_while_the_device_is_silent() throws Exception {
        var clock = new ObservedClock(Duration.ZERO);
        // Where there is no device to wait for, the server half is asked, and the engine gives up by itself.
        var late = new PscException(LoginProblem.NO_ANSWER_IN_TIME, "a test");
        var context = TestContext.failing(late).withDialog(dialog()).withClock(clock);
        clock.forgetReadings();
        try (var host = ContractHost.of(this, silentDevice())) {
            var login = host.login(request(), context);

            clock.awaitReadings(3, login::hasEnded, EngineLimits.GRACE.multipliedBy(2));
            assertFalse(login.hasEnded() && context.asked().isEmpty(), "it gave up before the deadline");
            clock.advance(Duration.between(clock.instant(), context.deadline()).plusSeconds(1));

            if (EngineLimits.comesTrue(login::hasEnded)) {
                assertFalse(ContractHost.isOfGuard(login.problem()), "it gave up without a problem of its own");
            } else {
                assertStops(host, login);
            }
        }
    }

    private static void assertStops(ContractHost host, ContractLogin login) throws InterruptedException {
        var failure = login.interrupt().failure();

        assertInstanceOf(InterruptedException.class, failure);
        assertFalse(failure instanceof GivenUpException, "it did not end within a second of the interrupt");
        assertEquals(0, host.stuckThreads(), "it did not end within a second of the interrupt");
    }
}
