package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BrowserLoginTest {
    private static final LoginRequest REQUEST = LoginRequest.using("phone");

    @AutoClose
    private final Clients clients = new Clients();

    private final MockServerHalf server = clients.server;

    @Test
    void a_login_in_the_browser_opens_the_page_of_the_server_half() throws Exception {
        var page = "https://psc.example/authorize?state=x";
        server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"" + page + "\"}");
        var opened = new AtomicReference<URI>();
        try (var client = clients.builder(Fakes.authenticator("phone", (request, context) -> context.browser()))
                .browser(opened::set)
                .build()) {
            client.login(REQUEST);
        }

        assertEquals(URI.create(page), opened.get());
        assertEquals(
                "{\"wayIn\":\"BROWSER\",\"clientId\":\"editeur-demo\",\"prompt\":\"login\"}",
                server.await("POST /v1/logins").body());
    }

    @Test
    void a_workstation_of_one_person_may_use_the_session_of_the_browser() throws Exception {
        server.withPage();
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser());
        try (var client = clients.builder(authenticator)
                .browser(page -> {})
                .withSingleSignOn()
                .build()) {
            client.login(REQUEST);
        }

        assertEquals(
                "{\"wayIn\":\"BROWSER\",\"clientId\":\"editeur-demo\"}",
                server.await("POST /v1/logins").body());
    }

    @Test
    void that_nobody_was_asked_anew_reaches_the_host_as_its_own_problem() throws Exception {
        server.withPage().answer("GET /v1/logins/login-1", 200, "{\"state\":\"FAILED\",\"problem\":\"PSC-047\"}");
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser());
        try (var client = clients.builder(authenticator).browser(page -> {}).build()) {
            assertSame(LoginProblem.NOT_ASKED_AGAIN, problemOf(() -> client.login(REQUEST)));
        }
    }

    @Test
    void a_browser_that_does_not_open_ends_the_login_at_the_server_half_and_its_message_stays_out() throws Exception {
        server.answer(
                "POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"https://psc.example/a?state=x\"}");
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser());
        try (var client = clients.builder(authenticator)
                .browser(page -> {
                    throw new IllegalStateException("cannot show " + page);
                })
                .build()) {
            var failure = assertThrows(PscException.class, () -> client.login(REQUEST));

            assertSame(LoginProblem.BROWSER_NOT_OPENED, failure.problem());
            assertEquals(null, failure.getCause());
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void a_login_page_that_is_no_web_page_is_never_opened() throws Exception {
        server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"file:///etc/passwd\"}");
        var opened = new AtomicReference<URI>();
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser());
        try (var client = clients.builder(authenticator).browser(opened::set).build()) {
            assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> client.login(REQUEST)));
            assertEquals(null, opened.get());
            server.await("DELETE /v1/logins/login-1");
        }
    }

    @Test
    void a_login_in_the_browser_without_a_page_is_the_server_half_s_mistake_and_is_cancelled() throws Exception {
        assertSame(
                LoginProblem.SERVER_HALF_ANSWER_INVALID,
                problemOf(() -> clients.with(Fakes.authenticator("phone", (request, context) -> context.browser()))
                        .login(REQUEST)));
        server.await("DELETE /v1/logins/login-1");
    }

    @Test
    void a_colleague_who_is_still_logged_in_in_the_browser_is_not_taken_for_the_person_named() throws Exception {
        server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"https://psc.example/a\"}");
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser());
        try (var client = clients.builder(authenticator).browser(page -> {}).build()) {
            var named = REQUEST.withNationalId(new NationalId("899999100029"));

            var failure = assertThrows(PscException.class, () -> client.login(named));

            assertSame(LoginProblem.IDENTITY_MISMATCH, failure.problem());
        }
    }

    @Test
    void the_person_in_the_browser_must_be_the_one_whom_the_device_named() throws Exception {
        server.answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"https://psc.example/a\"}");
        var holder = new AtomicReference<>(new NationalId(MockServerHalf.NATIONAL_ID));
        var authenticator = Fakes.authenticator("phone", (request, context) -> context.browser(holder.get()));
        try (var client = clients.builder(authenticator).browser(page -> {}).build()) {
            assertTrue(client.login(REQUEST).isActive());

            holder.set(new NationalId("899999100029"));
            assertSame(LoginProblem.IDENTITY_MISMATCH, problemOf(() -> client.login(REQUEST)));
            server.await("DELETE /disconnect");
        }
    }
}
