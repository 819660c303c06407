package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.SerialFlows;
import io.github.pscsdk.relyingparty.internal.async.SharedFlows;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Refreshes the tokens of a session: one refresh at a time, and none that another has made needless. A refresh token may be
 * good for once, so the newest one is kept even where the rest cannot be checked; a dead one ends the session here, which must
 * not outlive PSC's.
 */
public final class TokenRefresh {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Sessions sessions;
    private final TokenEndpoint endpoint;
    private final IdTokenVerifier verifier;
    private final RefreshedPerson person;
    private final SerialFlows<SessionId> sessionFlows;
    private final Clock clock;
    private final SharedFlows<SessionId, SessionTokens> asked = new SharedFlows<>();

    /** @param sessionFlows shared with the token exchanges, since both read a session's tokens and write them later */
    public TokenRefresh(
            Sessions sessions,
            TokenEndpoint endpoint,
            IdTokenVerifier verifier,
            RefreshedPerson person,
            SerialFlows<SessionId> sessionFlows,
            Clock clock) {
        this.sessions = sessions;
        this.endpoint = endpoint;
        this.verifier = verifier;
        this.person = person;
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
    CompletableFuture<SessionTokens> whereDue(PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        return tokens.get().accessTokenUntil() > clock.instant().plus(MARGIN).getEpochSecond()
                ? CompletableFuture.completedFuture(tokens.get())
                : refreshed(session, tokens.get());
    }

    private CompletableFuture<SessionTokens> newerThan(Optional<String> known, PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        // The flow before this one may have refreshed already, for a token exchange.
        return tokens.get().refreshToken().equals(known)
                ? refreshed(session, tokens.get())
                : CompletableFuture.completedFuture(tokens.get());
    }

    /** Newer tokens in place of these. Called within a flow of the session. */
    private CompletableFuture<SessionTokens> refreshed(PscSession session, SessionTokens tokens) {
        if (tokens.refreshToken().isEmpty()) {
            return CompletableFuture.failedFuture(
                    new PscException(LoginProblem.SESSION_ENDED, "PSC gave no refresh token"));
        }
        return endpoint.refresh(tokens.refreshToken().get())
                .handle((answer, failure) -> failure == null
                        ? answered(session, tokens, answer)
                        : refused(session, tokens, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    /** OpenID Connect Core 1.0, section 12.2: an ID token that comes with a refresh is about the same person. */
    private CompletableFuture<SessionTokens> answered(PscSession session, SessionTokens tokens, TokenAnswer answer) {
        if (answer.idToken().isEmpty()) {
            return keep(session, tokens.refreshed(answer, clock.instant()));
        }
        return verifier.verify(answer.idToken().get(), answer.accessToken(), Optional.empty())
                .handle((claims, failure) -> failure == null
                        ? verified(session, tokens, answer, claims)
                        : unchecked(session, tokens, answer, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<SessionTokens> verified(
            PscSession session, SessionTokens tokens, TokenAnswer answer, IdTokenClaims claims) {
        return person.compare(session, tokens, answer, claims)
                .thenCompose(same -> keep(session, same.refreshed(answer, clock.instant())));
    }

    private CompletableFuture<SessionTokens> keep(PscSession session, SessionTokens newer) {
        return sessions.update(session, newer)
                ? CompletableFuture.completedFuture(newer)
                : CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
    }

    private CompletableFuture<SessionTokens> unchecked(
            PscSession session, SessionTokens tokens, TokenAnswer answer, Throwable failure) {
        if (failure instanceof PscException e && e.problem() == LoginProblem.LEVEL_NOT_ACCEPTED) {
            return CompletableFuture.failedFuture(person.end(session, answer, e));
        }
        // PSC's new keys may be out of reach: the old refresh token is spent, and the session has to outlast that.
        sessions.update(session, tokens.withRefreshTokenOf(answer, clock.instant()));
        return CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<SessionTokens> refused(PscSession session, SessionTokens tokens, Throwable failure) {
        if (!(failure instanceof PscException e) || e.problem() != LoginProblem.GRANT_REJECTED) {
            return CompletableFuture.failedFuture(failure);
        }
        var now = sessions.tokens(session.id());
        if (now.isPresent() && !now.get().refreshToken().equals(tokens.refreshToken())) {
            // Another node that shares the store was quicker: what was refused is no longer the session's.
            return CompletableFuture.completedFuture(now.get());
        }
        if (now.isPresent()) {
            sessions.endedAtPsc(session.id());
        }
        return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
    }
}
