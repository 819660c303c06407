package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.OAuthErrors.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.json.ErrorAnswer;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.ProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** PSC's token endpoint, for every grant that we use. */
public record TokenEndpoint(ClientCalls http, Provider provider, Clock clock) {
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
        var form = Form.of("grant_type", "urn:openid:params:grant-type:ciba").with("auth_req_id", authReqId);
        return address()
                .thenCompose(uri -> http.post(Events.Endpoint.POLL, uri, form))
                .handle((response, failure) -> failure == null ? pollAnswer(response) : noAnswer(failure));
    }

    private CompletableFuture<TokenAnswer> ask(Form grant) {
        return address()
                .thenCompose(uri -> http.post(Events.Endpoint.TOKEN, uri, grant))
                .thenApply(checked(TokenEndpoint::tokens));
    }

    private CompletableFuture<URI> address() {
        return provider.metadata().thenApply(ProviderMetadata::token);
    }

    private PollAnswer pollAnswer(HttpResponse response) {
        var granted = granted(response);
        if (granted.isPresent()) {
            return new PollAnswer.Tokens(granted.get());
        }
        return switch (ErrorAnswer.codeIn(response.body()).orElse("")) {
            case "authorization_pending" -> new PollAnswer.Pending();
            case "slow_down" -> new PollAnswer.SlowDown();
            default -> failed(response);
        };
    }

    private PollAnswer failed(HttpResponse response) {
        var problem = OAuthErrors.failure(response, Endpoint.POLL);
        return OAuthErrors.isOutage(response, Endpoint.POLL)
                ? new PollAnswer.Outage(problem, response.retryAfter(clock.instant()))
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

    private static TokenAnswer tokens(HttpResponse response) throws PscException {
        return granted(response).orElseThrow(() -> OAuthErrors.failure(response, Endpoint.TOKEN));
    }

    private static Optional<TokenAnswer> granted(HttpResponse response) {
        try {
            return response.isSuccess() ? Optional.of(TokenAnswer.read(response.body())) : Optional.empty();
        } catch (UnreadableJsonException e) {
            // No tokens, whatever the status says; an error code may be there instead.
            return Optional.empty();
        }
    }

    /** The response to one poll for a back-channel login: CIBA Core 1.0, sections 10.1 and 11. */
    public sealed interface PollAnswer {
        record Tokens(TokenAnswer tokens) implements PollAnswer {}

        record Pending() implements PollAnswer {}

        record SlowDown() implements PollAnswer {}

        /** No usable answer this time; polling goes on. */
        record Outage(PscException problem, Optional<Duration> retryAfter) implements PollAnswer {}

        record Failed(PscException problem) implements PollAnswer {}
    }
}
