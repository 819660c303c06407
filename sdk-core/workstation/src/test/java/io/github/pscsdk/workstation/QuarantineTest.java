package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An authenticator that fails again and again is set aside for five minutes. */
class QuarantineTest {
    private static final LoginRequest REQUEST = LoginRequest.using("odd");

    private interface Failing {
        void fail() throws PscException;
    }

    @AutoClose
    private final Clients clients = new Clients();

    private final AtomicReference<Failing> behaviour = new AtomicReference<>(() -> {
        throw new IllegalStateException("a test");
    });

    private final PscClient client = clients.with(Fakes.authenticator("odd", (request, context) -> {
        behaviour.get().fail();
        return context.backchannel(Fakes.onPhone());
    }));

    private Problem problem() {
        return assertThrows(PscException.class, () -> client.login(REQUEST)).problem();
    }

    private void failThreeTimes() {
        for (var failures = 0; failures < 3; failures++) {
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
        }
    }

    @Test
    void after_five_minutes_one_attempt_shows_whether_it_works_again() throws Exception {
        failThreeTimes();
        clients.passes(Duration.ofMinutes(5).minusSeconds(1));
        assertSame(PluginProblem.QUARANTINED, problem());

        clients.passes(Duration.ofSeconds(1));
        assertSame(PluginProblem.PLUGIN_FAILED, problem());
        assertSame(PluginProblem.QUARANTINED, problem());

        clients.passes(Duration.ofMinutes(5));
        behaviour.set(() -> {});
        assertTrue(client.login(REQUEST).isActive());
        assertTrue(client.login(REQUEST).isActive());
    }

    @Test
    void a_login_between_two_failures_counts_from_the_beginning() throws Exception {
        var failing = behaviour.get();
        for (var failures = 0; failures < 4; failures++) {
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
            behaviour.set(() -> {});
            assertTrue(client.login(REQUEST).isActive());
            behaviour.set(failing);
        }
    }

    @Test
    void what_a_device_or_a_person_is_the_cause_of_is_no_failure_of_the_plug_in() {
        behaviour.set(() -> {
            throw new PscException(LoginProblem.REFUSED, "a test");
        });
        for (var refusals = 0; refusals < 5; refusals++) {
            assertSame(LoginProblem.REFUSED, problem());
        }
    }
}
