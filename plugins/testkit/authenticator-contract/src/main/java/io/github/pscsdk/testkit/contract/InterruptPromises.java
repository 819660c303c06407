package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.GuardedAuthenticator.GivenUpException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an authenticator promises of the end of a login that somebody cancels, or whose deadline comes. */
interface InterruptPromises extends AuthenticatorUnderTest {
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

    /**
     * A login ends at its deadline even if nobody inserts a card, and not before. An authenticator that waits in one interruptible call may leave the
     * end to the engine, which interrupts it at the deadline.
     */
    @Test
    default void gives_up_at_the_deadline_while_the_device_is_silent() throws Exception {
        var clock = new ObservedClock();
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
