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
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An authenticator that fails again and again is set aside for five minutes. */
class QuarantineTest {
    private static final LoginRequest REQUEST = LoginRequest.using("odd");

    private static final Optional<Problem> NOT_RESPONDING = Optional.of(PluginProblem.NOT_RESPONDING);

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
    void what_a_device_or_a_person_is_the_cause_of_is_no_failure_of_the_plug_in_and_counts_from_the_beginning() {
        var failing = behaviour.get();
        for (var refusals = 0; refusals < 4; refusals++) {
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
            assertSame(PluginProblem.PLUGIN_FAILED, problem());
            behaviour.set(() -> {
                throw new PscException(LoginProblem.REFUSED, "a test");
            });
            assertSame(LoginProblem.REFUSED, problem());
            behaviour.set(failing);
        }
    }

    @Test
    void one_that_hears_no_interrupt_has_failed() throws Exception {
        for (var attempts = 0; attempts < 3; attempts++) {
            assertSame(PluginProblem.NOT_RESPONDING, problemOfOneThatHearsNothing());
        }

        assertSame(PluginProblem.QUARANTINED, problem());
    }

    private Problem problemOfOneThatHearsNothing() throws Exception {
        var limit = Duration.ofSeconds(5);
        var asked = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        behaviour.set(() -> {
            asked.countDown();
            Fakes.awaitCarelessly(end);
        });

        // What an interrupt does not end has a second more.
        var problem = clients.time.within(
                limit.plusSeconds(2),
                () -> asked.getCount() == 0,
                () -> Failures.problemOf(() -> client.login(REQUEST.withTimeout(limit))));
        end.countDown();
        Await.until("its thread has ended", () -> !client.obstacle("odd").equals(NOT_RESPONDING));
        return problem;
    }
}
