package io.github.pscsdk.relyingparty.internal.token;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.async.Steps;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One refresh: asks PSC, checks what comes, keeps it. A refresh token may be good for once, so the newest one is kept even
 * where the rest cannot be checked; a dead one ends the session here, which must not outlive PSC's.
 */
public final class TokenRefresh {
    private final Sessions sessions;
    private final TokenEndpoint endpoint;
    private final IdTokenVerifier verifier;
    private final Clock clock;

    public TokenRefresh(Sessions sessions, TokenEndpoint endpoint, IdTokenVerifier verifier, Clock clock) {
        this.sessions = sessions;
        this.endpoint = endpoint;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Newer tokens in place of these. Called within a flow of the session. */
    CompletableFuture<SessionTokens> of(PscSession session, SessionTokens tokens) {
        if (tokens.refreshToken().isEmpty()) {
            return CompletableFuture.failedFuture(
                    new PscException(LoginProblem.SESSION_ENDED, "PSC gave no refresh token"));
        }
        return endpoint.refresh(tokens.refreshToken().get())
                .handle((answer, failure) -> failure == null
                        ? answered(session, tokens, answer)
                        : refused(session, tokens, Steps.causeOf(failure)))
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
                        : unchecked(session, tokens, answer, Steps.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<SessionTokens> verified(
            PscSession session, SessionTokens tokens, TokenAnswer answer, IdTokenClaims claims) {
        return claims.subject().equals(tokens.subject())
                ? keep(session, tokens.refreshed(answer, clock.instant()))
                : CompletableFuture.failedFuture(new PscException(
                        LoginProblem.ID_TOKEN_REJECTED, "a refresh brought another person's ID token"));
    }

    private CompletableFuture<SessionTokens> keep(PscSession session, SessionTokens newer) {
        return sessions.update(session, newer)
                ? CompletableFuture.completedFuture(newer)
                : CompletableFuture.failedFuture(sessions.whyEnded(session.id()));
    }

    private CompletableFuture<SessionTokens> unchecked(
            PscSession session, SessionTokens tokens, TokenAnswer answer, Throwable failure) {
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
