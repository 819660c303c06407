package io.github.pscsdk.relyingparty.internal.token;

import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tokens for target APIs, kept with the session and made anew shortly before they expire. */
public final class ApiTokens {
    // Time for the call that the token is asked for.
    private static final Duration MARGIN = Duration.ofSeconds(30);
    // RFC 8693, section 2.2.1, recommends a lifetime; where there is none, the token serves the call at hand.
    private static final Duration UNDATED = Duration.ofSeconds(60);

    private final Sessions sessions;
    private final RefreshPolicy refreshes;
    private final ExchangeEndpoint endpoint;
    private final Clock clock;
    private final SerialFlows<SessionId> sessionFlows;

    /** @param sessionFlows shared with the refreshes, since both read a session's tokens and write them later */
    public ApiTokens(
            Sessions sessions,
            RefreshPolicy refreshes,
            SerialFlows<SessionId> sessionFlows,
            HttpCalls http,
            Clock clock) {
        this.sessions = sessions;
        this.refreshes = refreshes;
        this.sessionFlows = sessionFlows;
        this.endpoint = new ExchangeEndpoint(http);
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
                : refreshes.whereDue(session).thenCompose(tokens -> exchange(session, tokens, audience));
    }

    private CompletableFuture<ForApi> exchange(PscSession session, SessionTokens tokens, ApiAudience audience) {
        return endpoint.exchange(tokens.accessToken(), audience).thenCompose(answer -> {
            var token = forApi(answer, audience);
            return sessions.update(session, tokens.with(token))
                    ? CompletableFuture.completedFuture(token)
                    : CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        });
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
