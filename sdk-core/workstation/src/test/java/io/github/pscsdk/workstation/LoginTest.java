package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    private final MockServerHalf server = new MockServerHalf();
    private final List<PscClient> clients = new ArrayList<>();

    LoginTest() throws Exception {}

    @AfterEach
    void close() {
        clients.forEach(PscClient::close);
        server.close();
    }

    @Test
    void a_login_on_the_phone_asks_the_server_half_and_hands_over_the_session() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var session = client.login(REQUEST);

            assertEquals("FICTIVE", session.professional().familyName());
            assertTrue(session.isActive());
            var start = server.await("POST /v1/logins");
            assertTrue(start.body()
                    .matches("\\{\"wayIn\":\"BACKCHANNEL\",\"clientId\":\"editeur-demo\","
                            + "\"nationalId\":\"899999100011\",\"channel\":\"MOBILE\",\"bindingMessage\":\"\\d\\d\"}"));
            assertEquals("Bearer " + MockServerHalf.APPLICATION_TOKEN, start.header("Authorization"));
            assertEquals(
                    "proxy_session_id=" + MockServerHalf.SESSION,
                    server.await("GET /v1/session").header("Cookie"));
            assertEquals(List.of(), server.seen("DELETE"));
        }
    }

    @Test
    void progress_shows_the_digits_that_were_sent_and_the_deadline_until_it_is_verified() throws Exception {
        var steps = new ArrayList<LoginProgress>();
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            context.progress(LoginProgress.Step.WAITING_FOR_CARD);
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST.withProgress(steps::add));
        }

        assertEquals(
                List.of(
                        LoginProgress.Step.WAITING_FOR_CARD,
                        LoginProgress.Step.CONFIRM_ON_DEVICE,
                        LoginProgress.Step.VERIFYING),
                steps.stream().map(LoginProgress::step).toList());
        var digits = steps.get(1).bindingMessage().orElseThrow().digits();
        assertTrue(server.await("POST /v1/logins").body().contains("\"bindingMessage\":\"" + digits + "\""));
        assertTrue(steps.get(0).bindingMessage().isEmpty());
        assertEquals(NOW.plus(LoginRequest.DEFAULT_TIMEOUT), steps.get(0).deadline());
    }

    @Test
    void a_progress_listener_that_throws_does_not_disturb_the_login() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            var session = client.login(REQUEST.withProgress(step -> {
                throw new AssertionError("a listener's own mistake");
            }));

            assertTrue(session.isActive());
        }
    }

    @Test
    void another_person_than_the_one_asked_gets_no_session_and_the_server_half_ends_it() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));

        assertFails(LoginProblem.IDENTITY_MISMATCH, client(Fakes.phone("phone"))::login);

        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION,
                server.await("DELETE /disconnect").header("Cookie"));
    }

    @Test
    void an_other_identifier_of_the_same_person_is_accepted() throws Exception {
        var session = MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z")
                .replace("\"otherIds\":[]", "\"otherIds\":[{\"value\":\"899999100011\",\"origin\":\"RPPS\"}]");
        server.answer("GET /v1/session", 200, session);

        try (var client = client(Fakes.phone("phone"))) {
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void the_environment_is_the_one_of_the_server_half() throws Exception {
        var seen = new AtomicReference<Object>();
        try (var client = client(Fakes.authenticator("phone", (request, context) -> {
            seen.set(context.environment());
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST);
        }

        assertEquals("SIMULATOR", seen.get().toString());
    }

    @Test
    void what_the_server_half_found_reaches_the_caller() throws Exception {
        server.answer(
                "GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\",\"message\":\"no\"}");

        assertFails(LoginProblem.REFUSED, client(Fakes.phone("phone"))::login);
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void the_exception_of_an_application_s_own_authenticator_keeps_its_problem() throws Exception {
        var problem = LoginProblem.NATIONAL_ID_MISSING;
        assertFails(problem, client(Fakes.authenticator("phone", (request, context) -> {
            throw new PscException(problem, "typed nothing");
        }))::login);
    }

    @Test
    void a_closed_client_logs_nobody_in_and_its_sessions_are_over_at_this_end() throws Exception {
        var client = client(Fakes.phone("phone"));
        var session = client.login(REQUEST);

        client.close();
        client.close();

        assertThrows(IllegalStateException.class, () -> client.login(REQUEST));
        assertFalse(session.isActive());
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void an_asynchronous_login_completes_with_the_session_or_the_problem() throws Exception {
        try (var client = client(Fakes.phone("phone"))) {
            assertTrue(client.loginAsync(REQUEST).get().isActive());

            var failure = assertThrows(
                    ExecutionException.class,
                    () -> client.loginAsync(LoginRequest.using("absent")).get());
            assertSame(
                    LoginProblem.AUTHENTICATOR_NOT_FOUND,
                    assertInstanceOf(PscException.class, failure.getCause()).problem());
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
