package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Availability;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.spi.Authenticator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What an authenticator promises of its health check and its availability. */
interface HealthPromises extends AuthenticatorUnderTest {
    /** A health check has three seconds, and returns an empty list and never null. */
    @Test
    default void answers_a_health_check_in_time() throws Exception {
        for (var authenticator : everyDevice()) {
            try (var host = ContractHost.of(this, authenticator.get())) {
                assertAnswered(host.diagnose());
            }
        }
    }

    /** Whoever runs the health check may close its window. */
    @Test
    default void ends_a_health_check_when_interrupted() throws Exception {
        for (var authenticator : everyDevice()) {
            try (var host = ContractHost.of(this, authenticator.get())) {
                var check = new Thread(() -> {
                    try {
                        host.diagnose();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                check.start();
                check.join(EngineLimits.GLANCE.toMillis());
                check.interrupt();
                check.join(patience().toMillis());

                assertTrue(EngineLimits.comesTrue(() -> host.stuckThreads() == 0), "it goes on after the interrupt");
            }
        }
    }

    /** A health check is run while other programs use the device. */
    @Test
    default void holds_no_device_after_a_health_check() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            host.diagnose();
            host.availability();

            assertTrue(deviceIsReleased(), "it still holds its device");
        }
    }

    /** Hosts ask before they show their ways in. */
    @Test
    default void says_at_once_whether_a_login_could_begin() throws Exception {
        for (var authenticator : everyDevice()) {
            try (var host = ContractHost.of(this, authenticator.get())) {
                assertAnswered(host.availability());
            }
        }
    }

    /** The support desk looks while somebody waits for a card. */
    @Test
    default void answers_a_health_check_while_a_login_waits() throws Exception {
        try (var host = ContractHost.of(this, silentDevice())) {
            var login = waitingLogin(host);

            assertAnswered(host.diagnose());

            login.interrupt().failure();
        }
    }

    /** Another window of the software may be showing the ways in. */
    @Test
    default void says_at_once_whether_a_login_could_begin_while_one_waits() throws Exception {
        try (var host = ContractHost.of(this, silentDevice())) {
            var login = waitingLogin(host);

            assertAnswered(host.availability());

            login.interrupt().failure();
        }
    }

    private List<Supplier<Authenticator>> everyDevice() {
        return List.of(this::authenticator, this::silentDevice, this::failingDevice);
    }

    private ContractLogin waitingLogin(ContractHost host) throws InterruptedException {
        var context = TestContext.silent().withDialog(dialog());
        var login = host.login(request(), context);
        EngineLimits.comesTrue(
                () -> context.waitedForDevice() || !context.asked().isEmpty());
        return login;
    }

    private static void assertAnswered(List<Diagnostic> findings) {
        for (var finding : findings) {
            assertFalse(
                    ContractHost.isOfGuard(finding.problem()),
                    () -> "a host is told " + finding.problem().name());
        }
    }

    private static void assertAnswered(Availability said) {
        said.problem()
                .ifPresent(problem ->
                        assertFalse(ContractHost.isOfGuard(problem), () -> "a host is told " + problem.name()));
    }
}
