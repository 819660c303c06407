package io.github.pscsdk.relyingparty.internal.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthErrorsTest {

    private static HttpResponse answer(int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new HttpResponse(status, Headers.EMPTY, bytes, Optional.empty());
    }

    private static HttpResponse error(int status, String code) {
        return answer(status, "{\"error\":\"" + code + "\",\"error_description\":\"about 899999100011\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown_user_id, UNKNOWN_PROFESSIONAL",
        "unauthorized_client, BACKCHANNEL_NOT_ENABLED",
        "invalid_grant, BACKCHANNEL_NOT_ENABLED",
        "invalid_client, CLIENT_REJECTED",
        "access_denied, REFUSED",
        "expired_token, NO_ANSWER_IN_TIME",
        "invalid_request, REQUEST_REJECTED",
        "invalid_scope, REQUEST_REJECTED",
        "invalid_binding_message, REQUEST_REJECTED",
        "server_error, PSC_UNAVAILABLE",
        "something_new, PSC_ANSWER_INVALID"
    })
    void codes_of_the_back_channel_endpoint(String code, LoginProblem problem) {
        assertEquals(
                problem,
                OAuthErrors.failure(error(400, code), Endpoint.BACKCHANNEL).problem());
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized_client, CLIENT_REJECTED",
        "invalid_client, CLIENT_REJECTED",
        "access_denied, GRANT_REJECTED",
        "expired_token, GRANT_REJECTED",
        "invalid_grant, GRANT_REJECTED",
        "unsupported_grant_type, REQUEST_REJECTED",
        "something_new, PSC_ANSWER_INVALID"
    })
    void codes_of_the_token_endpoint(String code, LoginProblem problem) {
        assertEquals(
                problem, OAuthErrors.failure(error(400, code), Endpoint.TOKEN).problem());
    }

    /** Keycloak's answers first; then what the specifications name, and load balancers. */
    @ParameterizedTest
    @CsvSource({
        "BACKCHANNEL, 401, unauthorized_client, CLIENT_REJECTED",
        "BACKCHANNEL, 401, invalid_client, CLIENT_REJECTED",
        "BACKCHANNEL, 401, invalid_grant, BACKCHANNEL_NOT_ENABLED",
        "BACKCHANNEL, 401, something_new, CLIENT_REJECTED",
        "BACKCHANNEL, 401, '', CLIENT_REJECTED",
        "BACKCHANNEL, 400, unauthorized_client, BACKCHANNEL_NOT_ENABLED",
        "BACKCHANNEL, 403, unauthorized_client, BACKCHANNEL_NOT_ENABLED",
        "BACKCHANNEL, 400, invalid_grant, BACKCHANNEL_NOT_ENABLED",
        "BACKCHANNEL, 400, invalid_client, CLIENT_REJECTED",
        "BACKCHANNEL, 403, access_denied, REFUSED",
        "BACKCHANNEL, 403, '', PSC_ANSWER_INVALID",
        "BACKCHANNEL, 400, unknown_user_id, UNKNOWN_PROFESSIONAL",
        "BACKCHANNEL, 500, server_error, PSC_UNAVAILABLE",
        "BACKCHANNEL, 500, '', PSC_UNAVAILABLE",
        "BACKCHANNEL, 404, '', PSC_ANSWER_INVALID",
        "TOKEN, 401, unauthorized_client, CLIENT_REJECTED",
        "TOKEN, 401, invalid_client, CLIENT_REJECTED",
        "TOKEN, 400, unauthorized_client, CLIENT_REJECTED",
        "TOKEN, 401, '', CLIENT_REJECTED",
        "TOKEN, 400, invalid_grant, GRANT_REJECTED",
        "TOKEN, 400, invalid_request, REQUEST_REJECTED",
        "POLL, 400, access_denied, REFUSED",
        "POLL, 200, access_denied, REFUSED",
        "POLL, 403, access_denied, PSC_UNAVAILABLE",
        "POLL, 403, '', PSC_UNAVAILABLE",
        "POLL, 403, something_new, PSC_UNAVAILABLE",
        "POLL, 403, invalid_grant, GRANT_REJECTED",
        "POLL, 400, expired_token, NO_ANSWER_IN_TIME",
        "POLL, 429, '', PSC_UNAVAILABLE",
        "POLL, 499, '', PSC_ANSWER_INVALID",
        "POLL, 500, '', PSC_UNAVAILABLE",
        "POLL, 501, '', PSC_UNAVAILABLE",
        "POLL, 401, '', CLIENT_REJECTED",
        "POLL, 404, '', PSC_ANSWER_INVALID",
        "TOKEN, 400, access_denied, GRANT_REJECTED",
        "TOKEN, 403, access_denied, PSC_UNAVAILABLE",
        "TOKEN, 403, '', PSC_ANSWER_INVALID",
        "TOKEN, 400, expired_token, GRANT_REJECTED",
        "TOKEN, 500, server_error, PSC_UNAVAILABLE",
        "TOKEN, 400, server_error, PSC_UNAVAILABLE",
        "TOKEN, 500, '', PSC_UNAVAILABLE",
        "TOKEN, 501, '', PSC_ANSWER_INVALID"
    })
    void the_culprit_by_endpoint_status_and_code(Endpoint endpoint, int status, String code, LoginProblem problem) {
        assertEquals(problem, OAuthErrors.failure(error(status, code), endpoint).problem());
        assertEquals(problem == LoginProblem.PSC_UNAVAILABLE, isOutage(error(status, code), endpoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 500, 503})
    void the_code_decides_and_not_the_status(int status) {
        var answer = error(status, "access_denied");

        assertEquals(
                LoginProblem.REFUSED, OAuthErrors.failure(answer, Endpoint.POLL).problem());
        assertFalse(isOutage(answer, Endpoint.POLL));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void an_outage_has_no_code_that_we_know(int status) {
        for (var body : new String[] {"", "<html>", "{\"error\":\"something_new\"}", "{\"error\":\"server_error\"}"}) {
            assertEquals(
                    LoginProblem.PSC_UNAVAILABLE,
                    OAuthErrors.failure(answer(status, body), Endpoint.TOKEN).problem());
            assertTrue(isOutage(answer(status, body), Endpoint.TOKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"error\":7}", "{\"error\":{\"a\":1}}", "{\"error\":\"Über 8 9\"}"})
    void garbled_answers_are_invalid(String body) {
        var failure = OAuthErrors.failure(answer(400, body), Endpoint.TOKEN);

        assertEquals(LoginProblem.PSC_ANSWER_INVALID, failure.problem());
        assertFalse(isOutage(answer(400, body), Endpoint.TOKEN));
    }

    @Test
    void a_401_without_a_code_is_a_rejected_client() {
        assertEquals(
                LoginProblem.CLIENT_REJECTED,
                OAuthErrors.failure(answer(401, "<html>"), Endpoint.TOKEN).problem());
    }

    @Test
    void the_description_is_not_repeated() {
        var failure = OAuthErrors.failure(error(400, "invalid_request"), Endpoint.BACKCHANNEL);

        assertEquals(
                "PSC-042 REQUEST_REJECTED: BACKCHANNEL endpoint: invalid_request, status 400", failure.getMessage());
    }

    private static boolean isOutage(HttpResponse response, Endpoint endpoint) {
        return OAuthErrors.failure(response, endpoint).problem() == LoginProblem.PSC_UNAVAILABLE;
    }
}
