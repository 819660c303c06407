package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.HttpResponse;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.json.ErrorAnswer;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tokens for target APIs, kept with the session and made anew shortly before they expire. */
public final class ApiTokens {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    // Time for the call that the token is asked for.
    private static final Duration MARGIN = Duration.ofSeconds(30);
    // RFC 8693, section 2.2.1, recommends a lifetime; where there is none, the token serves the call at hand.
    private static final Duration UNDATED = Duration.ofSeconds(60);

    private final Sessions sessions;
    private final TokenRefresh refreshes;
    private final ClientConnections connections;
    private final Clock clock;
    private final SerialFlows<SessionId> sessionFlows;

    /** @param sessionFlows shared with the refreshes, since both read a session's tokens and write them later */
    public ApiTokens(
            Sessions sessions,
            TokenRefresh refreshes,
            SerialFlows<SessionId> sessionFlows,
            ClientConnections connections,
            Clock clock) {
        this.sessions = sessions;
        this.refreshes = refreshes;
        this.sessionFlows = sessionFlows;
        this.connections = connections;
        this.clock = clock;
    }

    /** The token kept, where it still serves; else a new one. */
    public CompletableFuture<ForApi> token(PscSession session, ApiAudience audience) {
        var kept = kept(session, audience);
        return kept.isPresent()
                ? CompletableFuture.completedFuture(kept.get())
                : sessionFlows.run(session.id(), () -> keptOrNew(session, audience));
    }

    private CompletableFuture<ForApi> keptOrNew(PscSession session, ApiAudience audience) {
        // The flow before this one may have fetched the same token.
        var kept = kept(session, audience);
        return kept.isPresent()
                ? CompletableFuture.completedFuture(kept.get())
                : refreshes.whereDue(session).thenCompose(tokens -> renew(session, tokens, audience));
    }

    private CompletableFuture<ForApi> renew(PscSession session, SessionTokens tokens, ApiAudience audience) {
        return exchange(tokens.accessToken(), audience).thenCompose(answer -> {
            var token = forApi(answer, audience);
            return sessions.update(session, tokens.with(token))
                    ? CompletableFuture.completedFuture(token)
                    : CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        });
    }

    /** Asks the API's authorization server. What it issues is opaque to us: its rules are not PSC's. */
    private CompletableFuture<TokenAnswer> exchange(String subjectToken, ApiAudience audience) {
        var form = Form.of("grant_type", GRANT)
                .with("subject_token", subjectToken)
                .with("subject_token_type", ACCESS_TOKEN)
                .with("subject_issuer", PscProfile.SUBJECT_ISSUER);
        var request = audience.scopes().isEmpty() ? form : form.with("scope", String.join(" ", audience.scopes()));
        return connections
                .api(audience.tokenEndpoint())
                .post(audience.tokenEndpoint(), request)
                .thenApply(checked(ApiTokens::issued));
    }

    private static TokenAnswer issued(HttpResponse response) throws PscException {
        if (!response.isSuccess()) {
            var code = ErrorAnswer.codeIn(response.body()).map(c -> c + ", ").orElse("");
            throw new PscException(
                    response.status() >= 400 && response.status() < 500 && response.status() != 429
                            ? LoginProblem.API_TOKEN_REFUSED
                            : LoginProblem.API_UNAVAILABLE,
                    "an API's authorization server: " + code + "status " + response.status());
        }
        try {
            return TokenAnswer.read(response.body());
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "an API's authorization server: no readable token", e);
        }
    }

    private Optional<ForApi> kept(PscSession session, ApiAudience audience) {
        var usableFrom = clock.instant().plus(MARGIN).getEpochSecond();
        return sessions.tokens(session.id())
                .flatMap(tokens -> tokens.forApi(key(audience)))
                .filter(token -> token.until() > usableFrom);
    }

    private ForApi forApi(TokenAnswer answer, ApiAudience audience) {
        var until = clock.instant().plus(answer.lifetime(UNDATED)).getEpochSecond();
        return new ForApi(key(audience), answer.accessToken(), until);
    }

    /** The scopes are a part of the key: the same API may be configured anew with others. */
    private static String key(ApiAudience audience) {
        return audience.name() + " " + audience.tokenEndpoint() + " " + String.join(" ", audience.scopes());
    }
}
