package io.github.pscsdk.relyingparty.internal.token;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.async.SharedFlows;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides when the tokens of a session are refreshed: one refresh at a time, and none that another has made needless. */
public final class RefreshPolicy {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Sessions sessions;
    private final TokenRefresh refresh;
    private final SerialFlows<SessionId> sessionFlows;
    private final Clock clock;
    private final SharedFlows<SessionId, SessionTokens> asked = new SharedFlows<>();

    /** @param sessionFlows shared with the token exchanges, since both read a session's tokens and write them later */
    public RefreshPolicy(Sessions sessions, TokenRefresh refresh, SerialFlows<SessionId> sessionFlows, Clock clock) {
        this.sessions = sessions;
        this.refresh = refresh;
        this.sessionFlows = sessionFlows;
        this.clock = clock;
    }

    /** Newer tokens than the session has now: by the refresh under way, where there is one. */
    public CompletableFuture<SessionTokens> now(PscSession session) {
        var id = session.id();
        var known = sessions.tokens(id).flatMap(SessionTokens::refreshToken);
        return asked.run(id, () -> sessionFlows.run(id, () -> newerThan(known, session)));
    }

    /** The session's tokens, with an access token that still serves. Called within a flow of the session. */
    public CompletableFuture<SessionTokens> whereDue(PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        return tokens.get().accessTokenUntil() > clock.instant().plus(MARGIN).getEpochSecond()
                ? CompletableFuture.completedFuture(tokens.get())
                : refresh.of(session, tokens.get());
    }

    private CompletableFuture<SessionTokens> newerThan(Optional<String> known, PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        // The flow before this one may have refreshed already, for a token exchange.
        return tokens.get().refreshToken().equals(known)
                ? refresh.of(session, tokens.get())
                : CompletableFuture.completedFuture(tokens.get());
    }
}
