package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.OAuthErrors.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.http.HttpAnswer;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.json.ErrorAnswer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.ProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** PSC's token endpoint, for every grant that we use. */
public final class TokenEndpoint {
    private final HttpCalls http;
    private final Provider provider;

    public TokenEndpoint(HttpCalls http, Provider provider) {
        this.http = http;
        this.provider = provider;
    }

    /** Exchanges an authorization code: RFC 6749, section 4.1.3, with the verifier of RFC 7636. */
    public CompletableFuture<TokenAnswer> redeem(String code, URI redirectUri, String verifier) {
        return ask(Form.of("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", redirectUri.toString())
                .with("code_verifier", verifier));
    }

    /** Refreshes an access token: RFC 6749, section 6. */
    public CompletableFuture<TokenAnswer> refresh(String refreshToken) {
        return ask(Form.of("grant_type", "refresh_token").with("refresh_token", refreshToken));
    }

    /** Polls for a back-channel login. Never fails: whatever happens is an answer. */
    public CompletableFuture<PollAnswer> poll(String authReqId) {
        return call(Form.of("grant_type", "urn:openid:params:grant-type:ciba").with("auth_req_id", authReqId))
                .handle((answer, failure) -> failure == null ? pollAnswer(answer) : noAnswer(failure));
    }

    private CompletableFuture<TokenAnswer> ask(Form grant) {
        return call(grant).thenApply(checked(TokenEndpoint::tokens));
    }

    private CompletableFuture<HttpAnswer> call(Form grant) {
        return provider.metadata()
                .thenApply(ProviderMetadata::token)
                .thenCompose(uri -> HttpCalls.asPscUnavailable(http.post(uri, grant)));
    }

    private static PollAnswer pollAnswer(HttpAnswer answer) {
        var granted = granted(answer);
        if (granted.isPresent()) {
            return new PollAnswer.Tokens(granted.get());
        }
        return switch (ErrorAnswer.codeIn(answer.body()).orElse("")) {
            case "authorization_pending" -> new PollAnswer.Pending();
            case "slow_down" -> new PollAnswer.SlowDown();
            default -> failed(answer);
        };
    }

    private static PollAnswer failed(HttpAnswer answer) {
        var problem = OAuthErrors.failure(answer, Endpoint.TOKEN);
        return OAuthErrors.isOutage(answer, Endpoint.TOKEN)
                ? new PollAnswer.Outage(problem, answer.retryAfter())
                : new PollAnswer.Failed(problem);
    }

    private static PollAnswer noAnswer(Throwable failure) {
        if (Futures.causeOf(failure) instanceof PscException problem) {
            return problem.problem() == LoginProblem.PSC_UNAVAILABLE
                    ? new PollAnswer.Outage(problem, Optional.empty())
                    : new PollAnswer.Failed(problem);
        }
        return new PollAnswer.Failed(
                new PscException(LoginProblem.PSC_ANSWER_INVALID, "a poll failed unexpectedly", failure));
    }

    private static TokenAnswer tokens(HttpAnswer answer) throws PscException {
        return granted(answer).orElseThrow(() -> OAuthErrors.failure(answer, Endpoint.TOKEN));
    }

    private static Optional<TokenAnswer> granted(HttpAnswer answer) {
        try {
            return answer.isSuccess() ? Optional.of(TokenAnswer.read(answer.body())) : Optional.empty();
        } catch (UnreadableJsonException e) {
            // No tokens, whatever the status says; an error code may be there instead.
            return Optional.empty();
        }
    }

    /** The answer to one poll for a back-channel login: CIBA Core 1.0, sections 10.1 and 11. */
    public sealed interface PollAnswer {

        record Tokens(TokenAnswer tokens) implements PollAnswer {}

        /** The professional has not answered yet. */
        record Pending() implements PollAnswer {}

        /** The same, and we poll too often. */
        record SlowDown() implements PollAnswer {}

        /** No usable answer this time; polling goes on. */
        record Outage(PscException problem, Optional<Duration> retryAfter) implements PollAnswer {}

        /** The login has failed; polling ends. */
        record Failed(PscException problem) implements PollAnswer {}
    }
}
