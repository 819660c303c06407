package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
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
    private final Clock clock;
    private final SharedFlows<Spent, SessionTokens> underWay = new SharedFlows<>();

    /** What a refresh spends: whoever knows a newer refresh token does not join it. */
    private record Spent(SessionId session, Optional<String> refreshToken) {
        @Override
        public String toString() {
            return "Spent[]";
        }
    }

    public TokenRefresh(
            Sessions sessions, TokenEndpoint endpoint, IdTokenVerifier verifier, RefreshedPerson person, Clock clock) {
        this.sessions = sessions;
        this.endpoint = endpoint;
        this.verifier = verifier;
        this.person = person;
        this.clock = clock;
    }

    /** Newer tokens than the session has now: by the refresh under way, where there is one. */
    public CompletableFuture<SessionTokens> now(PscSession session) {
        return newerThan(sessions.tokens(session.id()).flatMap(SessionTokens::refreshToken), session);
    }

    /** The session's tokens, with an access token that still serves. */
    CompletableFuture<SessionTokens> whereDue(PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        return tokens.get().accessTokenUntil() > clock.instant().plus(MARGIN).getEpochSecond()
                ? CompletableFuture.completedFuture(tokens.get())
                : newerThan(tokens.get().refreshToken(), session);
    }

    private CompletableFuture<SessionTokens> newerThan(Optional<String> known, PscSession session) {
        return underWay.run(new Spent(session.id(), known), () -> refreshedUnlessNewer(known, session));
    }

    private CompletableFuture<SessionTokens> refreshedUnlessNewer(Optional<String> known, PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
        }
        // The flow before this one may have refreshed already.
        return tokens.get().refreshToken().equals(known)
                ? refreshed(session, tokens.get())
                : CompletableFuture.completedFuture(tokens.get());
    }

    /** Newer tokens in place of these. */
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
            return keep(session, answer);
        }
        return verifier.verify(answer.idToken().get(), answer.accessToken(), Optional.empty())
                .handle((claims, failure) -> failure == null
                        ? verified(session, tokens, answer, claims)
                        : unchecked(session, answer, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<SessionTokens> verified(
            PscSession session, SessionTokens tokens, TokenAnswer answer, IdTokenClaims claims) {
        return person.compare(session, tokens, answer, claims)
                .thenCompose(subject ->
                        sessions.change(session, newest -> newest.of(subject).refreshed(answer, clock.instant())));
    }

    private CompletableFuture<SessionTokens> keep(PscSession session, TokenAnswer answer) {
        return sessions.change(session, tokens -> tokens.refreshed(answer, clock.instant()));
    }

    private CompletableFuture<SessionTokens> unchecked(PscSession session, TokenAnswer answer, Throwable failure) {
        if (failure instanceof PscException e && e.problem() == LoginProblem.LEVEL_NOT_ACCEPTED) {
            return CompletableFuture.failedFuture(person.end(session, answer, e));
        }
        // PSC's new keys may be out of reach: the old refresh token is spent, and the session has to outlast that.
        return sessions.change(session, tokens -> tokens.withRefreshTokenOf(answer, clock.instant()))
                .handle((kept, ended) -> failure)
                .thenCompose(CompletableFuture::failedFuture);
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
