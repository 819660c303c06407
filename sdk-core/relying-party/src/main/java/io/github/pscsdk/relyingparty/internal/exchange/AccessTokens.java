package io.github.pscsdk.relyingparty.internal.exchange;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.async.Steps;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** PSC's own access token of a session, refreshed where it is about to expire. Called in the session's turn. */
public final class AccessTokens {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Sessions sessions;
    private final TokenEndpoint endpoint;
    private final IdTokenVerifier verifier;
    private final Clock clock;

    public AccessTokens(Sessions sessions, TokenEndpoint endpoint, IdTokenVerifier verifier, Clock clock) {
        this.sessions = sessions;
        this.endpoint = endpoint;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** The session's tokens, with an access token that still serves. */
    CompletableFuture<SessionTokens> fresh(PscSession session) {
        var tokens = sessions.tokens(session.id());
        if (tokens.isEmpty()) {
            return CompletableFuture.failedFuture(ended("the session has ended"));
        }
        if (tokens.get().accessTokenUntil() > clock.instant().plus(MARGIN).getEpochSecond()) {
            return CompletableFuture.completedFuture(tokens.get());
        }
        return refresh(session, tokens.get());
    }

    private CompletableFuture<SessionTokens> refresh(PscSession session, SessionTokens tokens) {
        if (tokens.refreshToken().isEmpty()) {
            return CompletableFuture.failedFuture(ended("PSC gave no refresh token"));
        }
        return endpoint.refresh(tokens.refreshToken().get())
                .handle((answer, failure) -> failure == null
                        ? check(answer, tokens).thenCompose(ok -> keep(session, tokens, answer))
                        : CompletableFuture.<SessionTokens>failedFuture(refused(session, failure)))
                .thenCompose(outcome -> outcome);
    }

    /** OpenID Connect Core 1.0, section 12.2: an ID token that comes with a refresh is about the same person. */
    private CompletableFuture<?> check(TokenAnswer answer, SessionTokens tokens) {
        if (answer.idToken().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return verifier.verify(answer.idToken().get(), answer.accessToken(), Optional.empty())
                .thenCompose(claims -> claims.subject().equals(tokens.subject())
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(new PscException(
                                LoginProblem.ID_TOKEN_REJECTED, "a refresh brought another person's ID token")));
    }

    private CompletableFuture<SessionTokens> keep(PscSession session, SessionTokens tokens, TokenAnswer answer) {
        var newer = tokens.refreshed(answer, clock.instant());
        return sessions.update(session, newer)
                ? CompletableFuture.completedFuture(newer)
                : CompletableFuture.failedFuture(ended("the session ended meanwhile"));
    }

    private Throwable refused(PscSession session, Throwable failure) {
        var cause = Steps.causeOf(failure);
        if (cause instanceof PscException e && e.problem() == LoginProblem.GRANT_REJECTED) {
            // The session at PSC is over, and ours must not outlive it: the professional logs in again.
            sessions.close(session.id());
            return ended("the session at PSC has ended");
        }
        return cause;
    }

    static PscException ended(String detail) {
        return new PscException(LoginProblem.SESSION_ENDED, detail);
    }
}
