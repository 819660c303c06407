package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DeviceWatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The promises of an authenticator about its device: its health check, its availability, and the watch once there is a
 * session.
 */
interface DeviceContract extends AuthenticatorUnderTest {
    /** A health check has three seconds, and returns an empty list and never null. */
    @Test
    default void answers_a_health_check_in_time() throws Exception {
        for (var authenticator : everyDevice()) {
            try (var host = ContractHost.of(this, authenticator.get())) {
                assertAnswered(host.diagnose());
            }
        }
    }

    /** The person who runs the health check may close its window. */
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
            host.obstacle();

            assertTrue(deviceIsReleased(), "it still holds its device");
        }
    }

    /** Hosts ask before they show their ways in. */
    @Test
    default void says_at_once_whether_a_login_could_begin() throws Exception {
        for (var authenticator : everyDevice()) {
            try (var host = ContractHost.of(this, authenticator.get())) {
                host.obstacle().ifPresent(DeviceContract::assertAnswered);
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

            host.obstacle().ifPresent(DeviceContract::assertAnswered);

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
        findings.forEach(finding -> assertAnswered(finding.problem()));
    }

    private static void assertAnswered(Problem told) {
        assertFalse(ContractHost.isOfGuard(told), () -> "a host is told " + told.name());
    }

    /** A removal during the login is not lost. */
    @Test
    default void reports_at_once_that_its_device_is_there_if_it_follows_one() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            var followed = watch(host);
            if (followed.isPresent()) {
                var watch = ContractWatch.start(followed.get(), patience());

                var first = watch.report();
                watch.stop();

                assertEquals("present", first);
            }
        }
    }

    /** After the session has ended, the plug-in may be unloaded. */
    @Test
    default void stops_to_follow_its_device_when_interrupted() throws Exception {
        try (var host = ContractHost.of(this, authenticator())) {
            var followed = watch(host);
            if (followed.isPresent()) {
                var watch = ContractWatch.start(followed.get(), patience());
                watch.report();

                var failure = watch.failureOnceInterrupted();

                assertInstanceOf(InterruptedException.class, failure);
            }
        }
    }

    private Optional<DeviceWatch> watch(ContractHost host) throws InterruptedException {
        var context = TestContext.answering().withDialog(dialog());
        host.login(request(), context).grant();
        return context.watch();
    }
}
