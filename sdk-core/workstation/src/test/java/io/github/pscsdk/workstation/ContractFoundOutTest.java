package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.workstation.PlainServerHalf.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which contract a server half speaks, as the client finds out or as the host says. */
class ContractFoundOutTest {
    private static final LoginRequest BY_PHONE = LoginRequest.using("phone");
    private static final String MARK = "{\"code\":\"401\",\"message\":\"No.\",\"metadata\":{}}";

    @AutoClose
    private final MockServerHalf mock = new MockServerHalf().answer("DELETE /disconnect", 401, MARK);

    @AutoClose
    private final PscClient client =
            Fakes.builder(mock).authenticator(Fakes.phone("phone")).build();

    @Test
    void a_plain_one_is_found_out_once() throws Exception {
        try (var at = new PlainWorkstation()) {
            at.client.login(BY_PHONE);
            at.client.login(BY_PHONE);

            assertEquals(1, at.server.seen("POST /v1").size());
            assertEquals(1, at.server.seen("DELETE /disconnect").size());
            assertEquals(2, at.server.rings());
        }
    }

    @Test
    void one_that_does_not_know_the_method_is_plain_too() throws Exception {
        try (var at = new PlainWorkstation()) {
            at.server.answersAtUnknownPaths(Reply.of(405, ""));

            assertTrue(at.client.login(BY_PHONE).isActive());
        }
    }

    @Test
    void a_host_that_says_so_asks_nothing_else_and_needs_no_application_token() throws Exception {
        try (var server = new PlainServerHalf();
                var told = PscClientBuilder.forServerHalf(server.address())
                        .clientId("editeur-demo")
                        .authenticator(Fakes.phone("phone"))
                        .withPlainContract()
                        .build()) {
            told.login(BY_PHONE);
            assertSame(
                    LoginProblem.BROWSER_LOGIN_NOT_OFFERED, problemOf(() -> told.login(LoginRequest.using("browser"))));

            assertEquals(1, server.seen("").size());
            assertFalse(server.await("POST /connect").headers().containsKey("authorization"));
        }
    }

    @Test
    void a_host_that_forbids_it_never_logs_in_by_the_plain_contract() {
        try (var at = new PlainWorkstation(PscClientBuilder::withoutPlainContract)) {
            assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> at.client.login(BY_PHONE)));

            assertEquals(1, at.server.seen("").size());
        }
        assertThrows(
                IllegalStateException.class,
                () -> PscClientBuilder.forServerHalf(mock.address())
                        .clientId("editeur-demo")
                        .withoutPlainContract()
                        .build(),
                "the full contract needs an application token");
    }

    @Test
    void a_gateway_that_answers_404_to_everything_is_an_outage_and_over_when_it_is_over() throws Exception {
        mock.answer("POST /v1/logins", 404, "default backend - 404");
        mock.answer("DELETE /disconnect", 404, "{\"code\":\"404\",\"message\":\"No backend.\"}");
        assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> client.login(BY_PHONE)));

        mock.answer("POST /v1/logins", 201, "{\"id\":\"login-1\"}");
        assertTrue(client.login(BY_PHONE).isActive());
        assertEquals(0, mock.seen("POST /connect").size());
    }

    @Test
    void a_server_half_that_goes_while_it_is_asked_is_unreachable_and_not_plain() throws Exception {
        mock.answer("POST /v1/logins", 404, "");
        mock.answer("DELETE /disconnect", 503, "");
        assertSame(LoginProblem.SERVER_HALF_UNREACHABLE, problemOf(() -> client.login(BY_PHONE)));

        mock.answer("POST /v1/logins", 201, "{\"id\":\"login-1\"}");
        assertTrue(client.login(BY_PHONE).isActive());
        assertEquals(0, mock.seen("POST /connect").size());
    }

    @Test
    void a_401_that_is_not_the_contract_s_shows_no_contract() {
        mock.answer("POST /v1/logins", 404, "");
        for (var body : new String[] {"", "<html>", "{\"status\":401}", "{\"code\":\"404\",\"message\":\"No.\"}"}) {
            mock.answer("DELETE /disconnect", 401, body);

            assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> client.login(BY_PHONE)), body);
        }
        assertEquals(0, mock.seen("POST /connect").size());
    }

    @Test
    void a_404_with_the_header_of_our_proxy_and_any_other_status_show_no_contract() {
        mock.answer("POST /v1/logins", MockServerHalf.ownError(404, "PSC-045"));
        assertSame(LoginProblem.NOT_CONFIGURED, problemOf(() -> client.login(BY_PHONE)));

        for (var status : new int[] {400, 401, 403, 410, 500, 501, 502, 503}) {
            mock.answer("POST /v1/logins", status, "");
            problemOf(() -> client.login(BY_PHONE));
        }
        assertEquals(0, mock.seen("DELETE /disconnect").size());
        assertEquals(0, mock.seen("POST /connect").size());
    }

    @Test
    void our_own_proxy_whose_additions_cannot_be_reached_still_says_what_it_found() {
        mock.answer("POST /v1/logins", 404, "");
        mock.answer("POST /connect", MockServerHalf.ownError(401, "PSC-001"));

        assertSame(LoginProblem.REFUSED, problemOf(() -> client.login(BY_PHONE)));
    }
}
