package io.github.pscsdk.relyingparty.internal.token;

import static io.github.pscsdk.relyingparty.internal.async.Steps.step;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.http.HttpAnswer;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.json.ErrorAnswer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The token endpoint of an API's authorization server. What it issues is opaque to us: its rules are not PSC's. */
final class ExchangeEndpoint {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final HttpCalls http;

    ExchangeEndpoint(HttpCalls http) {
        this.http = http;
    }

    CompletableFuture<TokenAnswer> exchange(String subjectToken, ApiAudience audience) {
        var form = Form.of("grant_type", GRANT)
                .with("subject_token", subjectToken)
                .with("subject_token_type", ACCESS_TOKEN)
                .with("subject_issuer", PscProfile.SUBJECT_ISSUER);
        var request = audience.scopes().isEmpty() ? form : form.with("scope", String.join(" ", audience.scopes()));
        return http.post(audience.tokenEndpoint(), request)
                .exceptionally(failure -> {
                    throw new CompletionException(new PscException(
                            LoginProblem.API_UNAVAILABLE, "an API's authorization server gave no answer", failure));
                })
                .thenApply(step(ExchangeEndpoint::token));
    }

    private static TokenAnswer token(HttpAnswer answer) throws PscException {
        if (!answer.isSuccess()) {
            var code = ErrorAnswer.codeIn(answer.body()).map(c -> c + ", ").orElse("");
            throw new PscException(
                    answer.status() >= 400 && answer.status() < 500 && answer.status() != 429
                            ? LoginProblem.API_TOKEN_REFUSED
                            : LoginProblem.API_UNAVAILABLE,
                    "an API's authorization server: " + code + "status " + answer.status());
        }
        try {
            return TokenAnswer.read(answer.body());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "an API's authorization server: no readable token", e);
        }
    }
}
