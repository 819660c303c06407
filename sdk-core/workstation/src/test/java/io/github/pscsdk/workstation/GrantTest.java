package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Grant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GrantTest {
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    @AutoClose
    private final Clients clients = new Clients();

    private final MockServerHalf server = clients.server;

    @Test
    void a_grant_of_ones_own_making_is_refused() throws Exception {
        assertSame(
                PluginProblem.PLUGIN_FAILED,
                problemOf(() -> clients.with(Fakes.authenticator("phone", (request, context) -> new Grant() {}))
                        .login(REQUEST)));
    }

    @Test
    void a_grant_of_an_earlier_attempt_is_refused_and_the_new_session_is_ended() throws Exception {
        var kept = new AtomicReference<Grant>();
        try (var client = clients.with(Fakes.authenticator("phone", (request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            return kept.compareAndSet(null, grant) ? grant : kept.get();
        }))) {
            client.login(REQUEST);

            assertSame(PluginProblem.PLUGIN_FAILED, problemOf(() -> client.login(REQUEST)));
            server.await("DELETE /disconnect");
        }
    }

    @Test
    void a_session_that_the_authenticator_does_not_hand_on_is_ended() throws Exception {
        assertSame(
                PluginProblem.PLUGIN_FAILED,
                problemOf(() -> clients.with(Fakes.authenticator("phone", (request, context) -> {
                            context.backchannel(Fakes.onPhone());
                            throw new StackOverflowError();
                        }))
                        .login(REQUEST)));
        server.await("DELETE /disconnect");
    }

    @Test
    void an_attempt_asks_once() throws Exception {
        assertSame(
                PluginProblem.PLUGIN_FAILED,
                problemOf(() -> clients.with(Fakes.authenticator("phone", (request, context) -> {
                            context.backchannel(Fakes.onPhone());
                            return context.backchannel(Fakes.onPhone());
                        }))
                        .login(REQUEST)));
        assertEquals(1, server.seen("POST /v1/logins").size());
    }

    @Test
    void a_context_that_was_kept_is_of_no_use() throws Exception {
        var kept = new AtomicReference<AuthenticationContext>();
        try (var client = clients.with(Fakes.authenticator("phone", (request, context) -> {
            kept.set(context);
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST);

            assertThrows(IllegalStateException.class, () -> kept.get().backchannel(Fakes.onPhone()));
            assertThrows(IllegalStateException.class, () -> kept.get().waitingForDevice());
            var other = new NationalId("899999100029");
            assertThrows(IllegalStateException.class, () -> kept.get().holder(other), "whose card was read");
        }
    }
}
