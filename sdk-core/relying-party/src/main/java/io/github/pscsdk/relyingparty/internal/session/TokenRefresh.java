package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.relyingparty.internal.async.SharedFlows;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.session.RefreshLeases.Attempt;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Refreshes the tokens of a session: one refresh at a time, on all nodes that share the store, and none that another has made needless. A refresh token may be
 * good for once, so the newest one is kept even where the rest cannot be checked; a dead one ends the session here, which must
 * not outlive PSC's.
 */
public final class TokenRefresh {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);
    // Until whoever waits for another node looks again.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Sessions sessions;
    private final StoreCalls calls;
    private final RefreshLeases leases;
    private final TokenEndpoint endpoint;
    private final IdTokenVerifier verifier;
    private final RefreshedPerson person;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SharedFlows<Spent, SessionTokens> underWay = new SharedFlows<>();

    /** What a refresh spends: whoever knows a newer refresh token does not join it. */
    private record Spent(SessionId session, Optional<String> refreshToken) {
        @Override
        public String toString() {
            return "Spent[]";
        }
    }

    /** A refresh that has its lease. */
    private record Refresh(PscSession session, SessionTokens tokens, String holder) {
        SessionId id() {
            return session.id();
        }

        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    public TokenRefresh(
            Sessions sessions,
            StoreCalls calls,
            RefreshLeases leases,
            TokenEndpoint endpoint,
            IdTokenVerifier verifier,
            RefreshedPerson person,
            Scheduler scheduler,
            Clock clock) {
        this.sessions = sessions;
        this.calls = calls;
        this.leases = leases;
        this.endpoint = endpoint;
        this.verifier = verifier;
        this.person = person;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Newer tokens than the session has now: by the refresh under way, where there is one. */
    public CompletableFuture<SessionTokens> now(PscSession session) {
        return calls.run(() -> require(session).refreshToken()).thenCompose(known -> newerThan(known, session));
    }

    /** The session's tokens, with an access token that still serves. */
    CompletableFuture<SessionTokens> whereDue(PscSession session) {
        return calls.run(() -> require(session))
                .thenCompose(tokens ->
                        tokens.accessTokenUntil() > clock.instant().plus(MARGIN).getEpochSecond()
                                ? CompletableFuture.completedFuture(tokens)
                                : newerThan(tokens.refreshToken(), session));
    }

    private SessionTokens require(PscSession session) throws PscException {
        return sessions.tokens(session.id()).orElseThrow(() -> sessions.whyEnded(session.id()));
    }

    private CompletableFuture<SessionTokens> newerThan(Optional<String> known, PscSession session) {
        var waitsUntil = System.nanoTime()
                + RefreshLeases.LEASE.plus(RefreshLeases.GRACE).toNanos();
        return underWay.run(new Spent(session.id(), known), () -> refreshedUnlessNewer(known, session, waitsUntil));
    }

    private CompletableFuture<SessionTokens> refreshedUnlessNewer(
            Optional<String> known, PscSession session, long waitsUntil) {
        return calls.run(() -> leases.take(session.id(), known)).thenCompose(attempt -> {
            if (attempt instanceof Attempt.Taken taken) {
                return refreshed(new Refresh(session, taken.tokens(), taken.holder()));
            }
            if (attempt instanceof Attempt.Newer newer) {
                return CompletableFuture.completedFuture(newer.tokens());
            }
            return System.nanoTime() - waitsUntil > 0
                    ? CompletableFuture.failedFuture(new PscException(
                            LoginProblem.PSC_UNAVAILABLE, "another node has not finished its refresh of the session"))
                    : later().thenCompose(paused -> refreshedUnlessNewer(known, session, waitsUntil));
        });
    }

    private CompletableFuture<Void> later() {
        var paused = new CompletableFuture<Void>();
        scheduler.after(PAUSE, () -> paused.complete(null));
        return paused;
    }

    private CompletableFuture<SessionTokens> refreshed(Refresh refresh) {
        var ended = new CompletableFuture<Void>();
        prolongUntil(ended, refresh);
        return endpoint.refresh(refresh.tokens().refreshToken().orElseThrow())
                .handle((answer, failure) ->
                        failure == null ? answered(refresh, answer) : refused(refresh, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome)
                .whenComplete((tokens, failure) -> ended.complete(null));
    }

    private void prolongUntil(CompletableFuture<Void> ended, Refresh refresh) {
        var stop = scheduler.after(RefreshLeases.LEASE.dividedBy(3), () -> {
            if (!ended.isDone()) {
                // Should it fail, the next third is another try.
                calls.run(() -> {
                    leases.prolong(refresh.id(), refresh.holder());
                    return null;
                });
                prolongUntil(ended, refresh);
            }
        });
        ended.thenRun(stop);
    }

    /** OpenID Connect Core 1.0, section 12.2: an ID token that comes with a refresh is about the same person. */
    private CompletableFuture<SessionTokens> answered(Refresh refresh, TokenAnswer answer) {
        if (answer.idToken().isEmpty()) {
            return keep(refresh, newest -> newest.refreshed(answer, clock.instant()));
        }
        return verifier.verify(answer.idToken().get(), answer.accessToken(), Optional.empty())
                .handle((claims, failure) -> failure == null
                        ? verified(refresh, answer, claims)
                        : unchecked(refresh, answer, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<SessionTokens> verified(Refresh refresh, TokenAnswer answer, IdTokenClaims claims) {
        return person.compare(refresh.session(), refresh.tokens(), answer, claims)
                .thenCompose(subject ->
                        keep(refresh, newest -> newest.of(subject).refreshed(answer, clock.instant())));
    }

    /** Keeps what the refresh brought, if it has its lease still; else what another node has kept. */
    private CompletableFuture<SessionTokens> keep(Refresh refresh, UnaryOperator<SessionTokens> change) {
        return calls.run(() -> {
            var kept = sessions.changeIf(
                    refresh.id(),
                    newest ->
                            newest.isLeasedTo(refresh.holder()) ? Optional.of(change.apply(newest)) : Optional.empty());
            return kept.isPresent() ? kept.get() : require(refresh.session());
        });
    }

    private CompletableFuture<SessionTokens> unchecked(Refresh refresh, TokenAnswer answer, Throwable failure) {
        if (failure instanceof PscException e && e.problem() == LoginProblem.LEVEL_NOT_ACCEPTED) {
            return person.end(refresh.session(), answer, e);
        }
        // PSC's new keys may be out of reach: the old refresh token is spent, and the session has to outlast that.
        return keep(refresh, tokens -> tokens.withRefreshTokenOf(answer, clock.instant()))
                .handle((kept, ended) -> failure)
                .thenCompose(CompletableFuture::failedFuture);
    }

    private CompletableFuture<SessionTokens> refused(Refresh refresh, Throwable failure) {
        if (!(failure instanceof PscException e) || e.problem() != LoginProblem.GRANT_REJECTED) {
            return calls.run(() -> {
                        leases.release(refresh.id(), refresh.holder());
                        return null;
                    })
                    .handle((released, notReleased) -> failure)
                    .thenCompose(CompletableFuture::failedFuture);
        }
        return calls.run(() -> {
            var tokens = require(refresh.session());
            if (!tokens.isLeasedTo(refresh.holder())) {
                // This node was away for longer than its lease: what was refused is no longer the session's.
                return tokens;
            }
            sessions.endedAtPsc(refresh.id());
            throw sessions.whyEnded(refresh.id());
        });
    }
}
