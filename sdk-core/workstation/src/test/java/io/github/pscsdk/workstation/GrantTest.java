package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrantTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    private final MockServerHalf server = new MockServerHalf();
    private final List<PscClient> clients = new ArrayList<>();

    GrantTest() throws Exception {}

    @AfterEach
    void close() {
        clients.forEach(PscClient::close);
        server.close();
    }

    @Test
    void a_grant_of_ones_own_making_is_refused() throws Exception {
        assertFails(
                PluginProblem.PLUGIN_FAILED,
                client(Fakes.authenticator("phone", (request, context) -> new Grant() {}))::login);
    }

    @Test
    void a_grant_of_an_earlier_attempt_is_refused_and_the_new_session_is_ended() throws Exception {
        var kept = new AtomicReference<Grant>();
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            var grant = context.backchannel(Fakes.onPhone());
            return kept.compareAndSet(null, grant) ? grant : kept.get();
        }))) {
            client.login(REQUEST);

            assertFails(PluginProblem.PLUGIN_FAILED, client::login);
            server.await("DELETE /disconnect");
        }
    }

    @Test
    void a_session_that_the_authenticator_does_not_hand_on_is_ended() throws Exception {
        assertFails(PluginProblem.PLUGIN_FAILED, client(Fakes.authenticator("phone", (request, context) -> {
            context.backchannel(Fakes.onPhone());
            throw new StackOverflowError();
        }))::login);
        server.await("DELETE /disconnect");
    }

    @Test
    void an_attempt_asks_once() throws Exception {
        assertFails(PluginProblem.PLUGIN_FAILED, client(Fakes.authenticator("phone", (request, context) -> {
            context.backchannel(Fakes.onPhone());
            return context.backchannel(Fakes.onPhone());
        }))::login);
        assertEquals(1, server.seen("POST /v1/logins").size());
    }

    @Test
    void a_context_that_was_kept_is_of_no_use() throws Exception {
        var kept = new AtomicReference<AuthenticationContext>();
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            kept.set(context);
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST);

            assertThrows(IllegalStateException.class, () -> kept.get().backchannel(Fakes.onPhone()));
            assertThrows(IllegalStateException.class, () -> kept.get().progress(LoginProgress.Step.VERIFYING));
        }
    }

    private interface Login {
        Object with(LoginRequest request) throws PscException, InterruptedException;
    }

    private static void assertFails(Problem problem, Login login) {
        var failure = assertThrows(PscException.class, () -> login.with(REQUEST));
        assertSame(problem, failure.problem());
    }

    private PscClientBuilder builder(Authenticator authenticator) {
        return Fakes.builder(server).authenticator(authenticator).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private PscClient client(Authenticator authenticator) {
        var client = builder(authenticator).build();
        clients.add(client);
        return client;
    }
}
