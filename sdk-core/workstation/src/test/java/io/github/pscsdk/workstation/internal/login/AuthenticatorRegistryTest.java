package io.github.pscsdk.workstation.internal.login;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.HostServices;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.workstation.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuthenticatorRegistryTest {
    @AutoClose
    private final EngineThreads threads = new EngineThreads(VirtualClock.standing());

    private GuardedAuthenticator authenticator(String id) {
        var services = new HostServices(
                Optional.empty(), Optional.empty(), Locale.ENGLISH, threads, NetworkSettings.ofSystem());
        return GuardedAuthenticator.of(Fakes.phone(id), ProblemIsolation.SHARED, services, Duration.ofSeconds(1));
    }

    @Test
    void an_attempt_that_goes_on_keeps_back_another_one_with_a_newer_version() throws Exception {
        var registry = new AuthenticatorRegistry(List.of(), Optional.empty());
        registry.replace(List.of(authenticator("card"), authenticator("phone")));
        var before = registry.use("card");

        registry.replace(List.of(authenticator("card"), authenticator("phone")));

        var after = registry.use("card");
        assertNotSame(before.authenticator(), after.authenticator());
        assertSame(before.lock(), after.lock());
        assertNotSame(after.lock(), registry.use("phone").lock());
    }
}
