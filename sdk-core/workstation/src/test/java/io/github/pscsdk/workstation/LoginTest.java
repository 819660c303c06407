package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    @AutoClose
    private final Clients clients = new Clients();

    private final MockServerHalf server = clients.server;

    @Test
    void a_login_on_the_phone_asks_the_server_half_and_hands_over_the_session() throws Exception {
        try (var client = clients.with(Fakes.phone("phone"))) {
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
        try (var client = clients.with(Fakes.authenticator("phone", (request, context) -> {
            context.waitingForDevice();
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST.withProgress(steps::add));
        }

        assertEquals(
                List.of(
                        LoginProgress.Step.WAITING_FOR_DEVICE,
                        LoginProgress.Step.CONFIRM_ON_DEVICE,
                        LoginProgress.Step.VERIFYING),
                steps.stream().map(LoginProgress::step).toList());
        var digits = steps.get(1).bindingMessage().orElseThrow().digits();
        assertTrue(server.await("POST /v1/logins").body().contains("\"bindingMessage\":\"" + digits + "\""));
        assertTrue(steps.get(0).bindingMessage().isEmpty());
        assertEquals(
                Clients.NOON.plus(LoginRequest.DEFAULT_TIMEOUT), steps.get(0).deadline());
    }

    @Test
    void a_progress_listener_that_throws_does_not_disturb_the_login() throws Exception {
        try (var client = clients.with(Fakes.phone("phone"))) {
            var session = client.login(REQUEST.withProgress(step -> {
                throw new AssertionError("a listener's own mistake");
            }));

            assertTrue(session.isActive());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_device_of_another_person_than_the_one_whom_the_caller_named_opens_no_session(boolean inBrowser) {
        var holder = new NationalId(MockServerHalf.NATIONAL_ID);
        var device = Fakes.authenticator(
                "device",
                (request, context) -> inBrowser ? context.browser(holder) : context.backchannel(Fakes.onPhone()));
        server.withPage();
        var request = LoginRequest.using("device").withNationalId(new NationalId("899999100029"));

        try (var client = clients.builder(device).browser(page -> {}).build()) {
            assertSame(LoginProblem.IDENTITY_MISMATCH, problemOf(() -> client.login(request)));
        }
    }

    @Test
    void another_person_than_the_one_asked_gets_no_session_and_the_server_half_ends_it() throws Exception {
        server.answer("GET /v1/session", 200, MockServerHalf.session("899999100029", "2099-01-01T00:00:00Z"));

        assertSame(
                LoginProblem.IDENTITY_MISMATCH,
                problemOf(() -> clients.with(Fakes.phone("phone")).login(REQUEST)));

        assertEquals(
                "proxy_session_id=" + MockServerHalf.SESSION,
                server.await("DELETE /disconnect").header("Cookie"));
    }

    private static String sessionOf(String nationalId, String other) {
        return MockServerHalf.session(nationalId, "2099-01-01T00:00:00Z")
                .replace("\"otherIds\":[]", "\"otherIds\":[{\"value\":\"" + other + "\",\"origin\":\"RPPS\"}]");
    }

    @Test
    void an_other_identifier_of_the_same_person_is_accepted() throws Exception {
        server.answer("GET /v1/session", 200, sessionOf("0999999999", "899999100011"));

        try (var client = clients.with(Fakes.phone("phone"))) {
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void a_person_with_two_numbers_of_one_register_is_not_the_one_who_was_asked() throws Exception {
        server.answer("GET /v1/session", 200, sessionOf("899999100029", "899999100011"));

        assertSame(
                LoginProblem.IDENTITY_MISMATCH,
                problemOf(() -> clients.with(Fakes.phone("phone")).login(REQUEST)));
    }

    @Test
    void the_environment_is_the_one_of_the_server_half() throws Exception {
        var seen = new AtomicReference<Object>();
        try (var client = clients.with(Fakes.authenticator("phone", (request, context) -> {
            seen.set(context.environment());
            return context.backchannel(Fakes.onPhone());
        }))) {
            client.login(REQUEST);
        }

        assertEquals("SIMULATOR", seen.get().toString());
    }

    @Test
    void a_page_of_the_network_in_place_of_the_server_half_is_the_network_s_fault_and_passes() throws Exception {
        server.answer(
                "POST /v1/logins",
                () -> new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html; charset=utf-8")
                        .body("<!DOCTYPE html><title>Bienvenue</title>")
                        .build());
        try (var client = clients.with(Fakes.phone("phone"))) {
            assertSame(WorkstationProblem.CAPTIVE_PAGE, problemOf(() -> client.login(REQUEST)));

            server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"deadline\":\"2026-01-01T00:02:00Z\"}");
            assertTrue(client.login(REQUEST).isActive());
        }
    }

    @Test
    void what_the_server_half_found_reaches_the_caller() throws Exception {
        server.answer(
                "GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-001\",\"message\":\"no\"}");

        assertSame(
                LoginProblem.REFUSED,
                problemOf(() -> clients.with(Fakes.phone("phone")).login(REQUEST)));
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void the_exception_of_an_application_s_own_authenticator_keeps_its_problem() throws Exception {
        var problem = LoginProblem.NATIONAL_ID_MISSING;
        assertSame(
                problem,
                problemOf(() -> clients.with(Fakes.authenticator("phone", (request, context) -> {
                            throw new PscException(problem, "typed nothing");
                        }))
                        .login(REQUEST)));
    }

    @Test
    void a_closed_client_logs_nobody_in_and_its_sessions_are_over_at_this_end() throws Exception {
        var client = clients.with(Fakes.phone("phone"));
        var session = client.login(REQUEST);

        client.close();
        client.close();

        assertThrows(IllegalStateException.class, () -> client.login(REQUEST));
        assertFalse(session.isActive());
        assertEquals(List.of(), server.seen("DELETE"));
    }

    @Test
    void an_asynchronous_login_completes_with_the_session_or_the_problem() throws Exception {
        try (var client = clients.with(Fakes.phone("phone"))) {
            assertTrue(client.loginAsync(REQUEST).get().isActive());

            var failure = assertThrows(
                    ExecutionException.class,
                    () -> client.loginAsync(LoginRequest.using("absent")).get());
            var known = assertInstanceOf(PscException.class, failure.getCause());
            assertSame(LoginProblem.AUTHENTICATOR_NOT_FOUND, known.problem());
            assertEquals(
                    Map.of("authenticator", "absent", "loaded", "browser, phone"), known.facts(), "there is no folder");
        }
    }

    @Test
    void a_login_with_a_plug_in_that_is_not_there_names_the_folder(@TempDir Path folder) throws Exception {
        try (var client = Fakes.builder(server).pluginDirectory(folder).build()) {
            var failure = assertThrows(PscException.class, () -> client.login(LoginRequest.using("absent")));

            assertSame(LoginProblem.AUTHENTICATOR_NOT_FOUND, failure.problem());
            assertEquals(
                    Map.of("authenticator", "absent", "loaded", "browser", "folder", folder.toString()),
                    failure.facts());
            assertFalse(failure.getMessage().contains(folder.toString()), "a path is a fact, and stands in no log");
        }
    }
}
