package io.github.pscsdk.relyingparty.internal.endpoint;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.HttpStatusException;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells from an error response of PSC which problem it is: RFC 6749, section 5.2; CIBA Core 1.0, sections 11 and 13.
 * The code decides, for the request that was answered; the status where there is no known code, and where Keycloak's
 * status says more: {@code unauthorized_client} with 401 is a wrong secret, {@code access_denied} with 403 a realm that
 * is disabled.
 */
public final class OAuthErrors {
    // Keycloak says so of a client that may not use CIBA, with 401 and with 400.
    private static final Optional<String> NO_CIBA = Optional.of("invalid_grant");

    private static final Optional<String> DENIED = Optional.of("access_denied");

    private OAuthErrors() {}

    /** @param endpoint BACKCHANNEL, POLL or TOKEN, since one code has several meanings */
    public static PscException failure(HttpResponse response, Endpoint endpoint) {
        var code = RelyingPartyJson.readErrorCode(response.body());
        var problem = problem(response, endpoint, code);
        var detail = endpoint + " endpoint: " + code.map(c -> c + ", ").orElse("") + "status " + response.status();
        return new PscException(
                problem.orElseGet(() -> byStatus(response, endpoint)),
                detail,
                new HttpStatusException(response.status()));
    }

    /**
     * By its closest name: PSC says {@code unknown_user_id} of everybody whom it cannot ask, be the identifier wrong,
     * the person not in the directory, or the e-CPS not active; the shape of the identifier tells what else may help.
     */
    static PscException named(PscException failure, NationalId asked, Environment environment) {
        if (failure.problem() != LoginProblem.UNKNOWN_PROFESSIONAL) {
            return failure;
        }
        var problem = unknown(asked, environment);
        return problem == failure.problem()
                ? failure
                : new PscException(problem, Objects.requireNonNull(failure.getMessage()), failure);
    }

    private static LoginProblem unknown(NationalId asked, Environment environment) {
        if (environment == Environment.PRODUCTION && asked.isTestIdentity()) {
            return LoginProblem.TEST_IDENTITY_IN_PRODUCTION;
        }
        return asked.kind() == NationalId.Kind.ADELI
                ? LoginProblem.UNKNOWN_ADELI_NUMBER
                : LoginProblem.UNKNOWN_PROFESSIONAL;
    }

    private static Optional<LoginProblem> problem(HttpResponse response, Endpoint endpoint, Optional<String> code) {
        if (endpoint != Endpoint.BACKCHANNEL && response.status() == 403 && code.equals(DENIED)) {
            return Optional.of(LoginProblem.PSC_UNAVAILABLE);
        }
        return endpoint == Endpoint.BACKCHANNEL && response.status() == 401 && !code.equals(NO_CIBA)
                ? Optional.of(LoginProblem.CLIENT_REJECTED)
                : code.flatMap(known -> problem(known, endpoint));
    }

    private static LoginProblem byStatus(HttpResponse response, Endpoint endpoint) {
        // RFC 6749, section 5.2: the status of a client that could not prove itself.
        if (response.status() == 401) {
            return LoginProblem.CLIENT_REJECTED;
        }
        // A server that stumbled once may not the next time; nor may a firewall that refuses one poll of many.
        var isPassing = endpoint == Endpoint.POLL
                ? response.status() == 403 || response.status() >= 500
                : response.status() == 500;
        return isPassing || response.isOutage() ? LoginProblem.PSC_UNAVAILABLE : LoginProblem.PSC_ANSWER_INVALID;
    }

    private static Optional<LoginProblem> problem(String code, Endpoint endpoint) {
        return Optional.ofNullable(
                switch (code) {
                    case "access_denied" ->
                        endpoint == Endpoint.TOKEN ? LoginProblem.GRANT_REJECTED : LoginProblem.REFUSED;
                    case "expired_token" ->
                        endpoint == Endpoint.TOKEN ? LoginProblem.GRANT_REJECTED : LoginProblem.NO_ANSWER_IN_TIME;
                    case "unknown_user_id" -> LoginProblem.UNKNOWN_PROFESSIONAL;
                    case "invalid_client" -> LoginProblem.CLIENT_REJECTED;
                    case "unauthorized_client" ->
                        endpoint == Endpoint.BACKCHANNEL
                                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                                : LoginProblem.CLIENT_REJECTED;
                    case "invalid_grant" ->
                        endpoint == Endpoint.BACKCHANNEL
                                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                                : LoginProblem.GRANT_REJECTED;
                    case "invalid_request",
                            "invalid_scope",
                            "invalid_binding_message",
                            "missing_user_code",
                            "invalid_user_code",
                            "expired_login_hint_token",
                            "unsupported_grant_type" -> LoginProblem.REQUEST_REJECTED;
                    case "server_error", "temporarily_unavailable" -> LoginProblem.PSC_UNAVAILABLE;
                    default -> null;
                });
    }
}
