package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pscsdk.spi.DeviceWatch;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an authenticator promises that follows its device, once there is a session. */
interface WatchPromises extends AuthenticatorUnderTest {
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
