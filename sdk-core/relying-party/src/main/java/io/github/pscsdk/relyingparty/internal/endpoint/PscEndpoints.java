package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Futures.CheckedFunction;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.json.BackchannelAnswer;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints of PSC that a client calls, at the addresses that its discovery document names. */
public record PscEndpoints(ClientConnections connections, Provider provider, PscEnvironment environment, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(PscEndpoints.class);

    public PscEndpoints {
        if (environment.isPlain()) {
            log.warn("{}: a UserInfo without a national identifier is accepted", environment);
        }
    }

    private CompletableFuture<HttpResponse> post(
            Endpoint endpoint, CheckedFunction<ProviderMetadata, URI> address, Form form) {
        return provider.metadata()
                .thenApply(checked(address))
                .thenCompose(uri -> connections.psc().post(endpoint, uri, form));
    }

    /** Exchanges an authorization code: RFC 6749, section 4.1.3, with the verifier of RFC 7636. */
    public CompletableFuture<TokenAnswer> redeem(String code, URI redirectUri, String verifier) {
        return tokens(Form.of("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", redirectUri.toString())
                .with("code_verifier", verifier));
    }

    /** Refreshes an access token: RFC 6749, section 6. */
    public CompletableFuture<TokenAnswer> refresh(String refreshToken) {
        return tokens(Form.of("grant_type", "refresh_token").with("refresh_token", refreshToken));
    }

    private CompletableFuture<TokenAnswer> tokens(Form grant) {
        return post(Endpoint.TOKEN, ProviderMetadata::token, grant)
                .thenApply(checked(response ->
                        granted(response).orElseThrow(() -> OAuthErrors.failure(response, Endpoint.TOKEN))));
    }

    private static Optional<TokenAnswer> granted(HttpResponse response) {
        try {
            return response.isSuccess() ? Optional.of(TokenAnswer.read(response.body())) : Optional.empty();
        } catch (UnreadableJsonException e) {
            // No tokens, whatever the status says; an error code may be there instead.
            return Optional.empty();
        }
    }

    /** Polls for a back-channel login. Never fails: whatever happens is an answer. */
    public CompletableFuture<PollAnswer> poll(String authReqId) {
        var form = Form.of("grant_type", "urn:openid:params:grant-type:ciba").with("auth_req_id", authReqId);
        return post(Endpoint.POLL, ProviderMetadata::token, form)
                .handle((response, failure) -> failure == null ? pollAnswer(response) : noAnswer(failure));
    }

    private PollAnswer pollAnswer(HttpResponse response) {
        var granted = granted(response);
        if (granted.isPresent()) {
            return new PollAnswer.Tokens(granted.get());
        }
        return switch (RelyingPartyJson.readErrorCode(response.body()).orElse("")) {
            case "authorization_pending" -> new PollAnswer.Pending();
            case "slow_down" -> new PollAnswer.SlowDown();
            default -> failed(OAuthErrors.failure(response, Endpoint.POLL), response.retryAfter(clock.instant()));
        };
    }

    private static PollAnswer noAnswer(Throwable failure) {
        return failed(
                Futures.causeOf(failure) instanceof PscException known
                        ? known
                        : new PscException(LoginProblem.PSC_ANSWER_INVALID, "a poll failed unexpectedly", failure),
                Optional.empty());
    }

    private static PollAnswer failed(PscException problem, Optional<Duration> retryAfter) {
        return problem.problem() == LoginProblem.PSC_UNAVAILABLE
                ? new PollAnswer.Outage(problem, retryAfter)
                : new PollAnswer.Failed(problem);
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

    /** Begins a back-channel login: CIBA Core 1.0, section 7. */
    public CompletableFuture<BackchannelAnswer> begin(BackchannelRequest request, BindingMessage message) {
        var asked = Form.of("scope", environment.scope())
                .with("acr_values", PscProfile.ACR_VALUES)
                .with("login_hint", request.nationalId().value())
                .with("binding_message", message.digits());
        var form = environment.sendsChannel()
                ? asked.with(PscProfile.CHANNEL_PARAMETER, request.channel().name())
                : asked;
        return post(
                        Endpoint.BACKCHANNEL,
                        metadata -> metadata.backchannel()
                                .orElseThrow(() -> new PscException(
                                        LoginProblem.BACKCHANNEL_NOT_ENABLED,
                                        "the discovery document names no back-channel endpoint")),
                        form)
                .thenApply(checked(response -> accepted(response)
                        .orElseThrow(() -> OAuthErrors.named(
                                OAuthErrors.failure(response, Endpoint.BACKCHANNEL),
                                request.nationalId(),
                                environment.kind()))));
    }

    private static Optional<BackchannelAnswer> accepted(HttpResponse response) {
        try {
            return response.isSuccess() ? Optional.of(BackchannelAnswer.read(response.body())) : Optional.empty();
        } catch (UnreadableJsonException e) {
            // Not accepted, whatever the status says; an error code may be there instead.
            return Optional.empty();
        }
    }

    /** UserInfo: OpenID Connect Core 1.0, section 5.3. The access token lives two minutes: call it at once. */
    public CompletableFuture<UserInfo> userInfo(String accessToken, String subject) {
        return provider.metadata()
                .thenCompose(
                        metadata -> connections.psc().getWithToken(Endpoint.USERINFO, metadata.userInfo(), accessToken))
                .thenApply(checked(response -> userInfo(response, subject)));
    }

    private UserInfo userInfo(HttpResponse response, String subject) throws PscException {
        if (!response.isSuccess()) {
            throw Peer.PSC.unexpectedStatus("UserInfo", response);
        }
        var info = parse(response);
        // Section 5.3.2: without this check, one user's token could be answered with another user's data.
        if (!subject.equals(info.subject())) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo is not about the subject of the ID token");
        }
        if (info.professional().isEmpty()) {
            throw new PscException(
                    LoginProblem.USERINFO_REJECTED, "UserInfo lacks a usable SubjectNameID, and PSISubjectNameID");
        }
        if (info.professional().orElseThrow().contradictsItself()) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo names two people as one");
        }
        return info;
    }

    private UserInfo parse(HttpResponse response) throws PscException {
        try {
            return UserInfo.read(response.body(), environment.isPlain());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, "UserInfo cannot be read", e);
        }
    }

    /**
     * Ends a session, server to server (OpenID Connect RP-Initiated Logout 1.0, section 2). An expired ID token still
     * is the hint.
     */
    public CompletableFuture<Void> endSession(String idTokenHint) {
        return address(provider.metadata(), ProviderMetadata::endSession)
                .thenCompose(
                        uri -> connections.psc().post(Endpoint.END_SESSION, uri, Form.of("id_token_hint", idTokenHint)))
                .thenApply(checked(PscEndpoints::ended));
    }

    /** Where to send a browser for that. Fails where PSC is away: the browser would show nothing. */
    public CompletableFuture<URI> endSessionPage(Form parameters) {
        return address(provider.freshMetadata(), ProviderMetadata::endSessionPage)
                .thenApply(parameters::asQueryOf);
    }

    /** Whatever is wrong with the metadata, an endpoint that was not asked has not answered. */
    private static CompletableFuture<URI> address(
            CompletableFuture<ProviderMetadata> metadata, Function<ProviderMetadata, Optional<URI>> endSession) {
        return metadata.thenApply(checked(known -> endSession
                        .apply(known)
                        .orElseThrow(() -> new PscException(
                                LoginProblem.PSC_ANSWER_INVALID,
                                "the discovery document names no end-session endpoint"))))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(new PscException(
                        LoginProblem.PSC_UNAVAILABLE, Futures.describe(failure), Futures.causeOf(failure))));
    }

    private static Void ended(HttpResponse response) throws PscException {
        // A redirect leads to PSC's "session closed" page, made for a browser: the session has ended all the same.
        if (response.status() >= 500) {
            throw new PscException(
                    LoginProblem.PSC_UNAVAILABLE, "the end-session endpoint: status " + response.status());
        }
        if (response.status() >= 400) {
            throw Peer.PSC.unexpectedStatus("the end-session endpoint", response);
        }
        return null;
    }
}
