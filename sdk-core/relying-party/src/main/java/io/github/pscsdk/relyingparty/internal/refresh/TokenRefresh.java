package io.github.pscsdk.relyingparty.internal.refresh;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.async.SharedFlow;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** When the tokens of a session are made anew: one refresh at a time, and none that another has made needless. */
public final class TokenRefresh {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Sessions sessions;
    private final Refresh refresh;
    private final SerialFlows<SessionId> turns;
    private final Clock clock;
    private final SharedFlow<SessionId, SessionTokens> asked = new SharedFlow<>();

    /** @param turns shared with all others who read a session's tokens and write them later */
    public TokenRefresh(Sessions sessions, Refresh refresh, SerialFlows<SessionId> turns, Clock clock) {
        this.sessions = sessions;
        this.refresh = refresh;
        this.turns = turns;
        this.clock = clock;
    }

    /** Newer tokens than the session has now: by the refresh under way, where there is one. */
    public CompletableFuture<SessionTokens> now(PscSession session) {
        var id = session.id();
        var known = sessions.tokens(id).flatMap(SessionTokens::refreshToken);
        return asked.run(id, () -> turns.run(id, () -> newerThan(known, session)));
    }

    /** The session's tokens, with an access token that still serves. Called in the session's turn. */
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
        // Whoever had the turn before may have exchanged a token, and refreshed for it.
        return tokens.get().refreshToken().equals(known)
                ? refresh.of(session, tokens.get())
                : CompletableFuture.completedFuture(tokens.get());
    }
}
