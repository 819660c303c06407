package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.SingleFlight;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier.Signed;
import io.github.pscsdk.relyingparty.internal.session.RefreshLeases.Attempt;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.Lease;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Refreshes the tokens of a session: one refresh at a time, on all nodes, and none that another has made needless. The
 * newest refresh token is kept even where the rest cannot be checked, or the store is away for a while; a dead one ends
 * the session here.
 */
public final class TokenRefresh {
    // Time for the exchange, in which the API's server asks PSC about the token.
    private static final Duration MARGIN = Duration.ofSeconds(15);
    // Until whoever waits for another node looks again.
    private static final Duration PAUSE = Duration.ofMillis(100);
    // For another node that is there and does not end.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final StoreAccess access;
    private final Sessions sessions;
    private final RefreshLeases leases;
    private final PscEndpoints psc;
    private final TokenVerifier verifier;
    private final Consumer<String> endAtPsc;
    private final Supplier<?> secret;
    private final SingleFlight<Spent, SessionTokens> underWay = new SingleFlight<>();
    /** Sessions that wait for a store that is away to take what came of their refresh here. */
    private final Set<SessionId> unwritten = ConcurrentHashMap.newKeySet();

    /**
     * The refresh token that a refresh spends, and the client secret it uses: a caller that knows newer ones does not
     * join it.
     */
    private record Spent(SessionId session, Optional<String> refreshToken, Object secret) {
        @Override
        public String toString() {
            return "Spent[]";
        }
    }

    /** A refresh that has its lease; {@code told} ends by what comes of it, or once the store is away. */
    private record Refresh(
            PscSession session, SessionTokens tokens, String holder, CompletableFuture<SessionTokens> told) {
        SessionId id() {
            return session.id();
        }

        boolean isNamed(String sid) {
            return session.sessionState().equals(sid) || tokens.furtherSids().contains(sid);
        }
    }

    /**
     * @param endAtPsc ends a session at PSC by one of its ID tokens, in the background
     * @param secret by which the client proves itself now; another object after each renewal
     */
    public TokenRefresh(
            Sessions sessions,
            StoreAccess access,
            PscEndpoints psc,
            TokenVerifier verifier,
            Consumer<String> endAtPsc,
            Supplier<?> secret) {
        this.access = access;
        this.sessions = sessions;
        this.leases = new RefreshLeases(sessions, access.clock());
        this.psc = psc;
        this.verifier = verifier;
        this.endAtPsc = endAtPsc;
        this.secret = secret;
    }

    /** Newer tokens than the session has now: by the refresh under way, where there is one. */
    public CompletableFuture<SessionTokens> now(PscSession session) {
        return access.calls()
                .run(() -> require(session).refreshToken())
                .thenCompose(known -> newerThan(known, session));
    }

    CompletableFuture<SessionTokens> whereDue(PscSession session) {
        return access.calls()
                .run(() -> require(session))
                .thenCompose(tokens -> tokens.accessTokenUntil()
                                > access.clock().instant().plus(MARGIN).getEpochSecond()
                        ? CompletableFuture.completedFuture(tokens)
                        : newerThan(tokens.refreshToken(), session));
    }

    private SessionTokens require(PscSession session) throws PscException {
        return sessions.tokens(session.id()).orElseThrow(() -> sessions.whyEnded(session.id()));
    }

    private CompletableFuture<SessionTokens> newerThan(Optional<String> known, PscSession session) {
        var waiting = new Waiting(access.timers().elapsed(), Optional.empty(), 0);
        return underWay.run(
                new Spent(session.id(), known, secret.get()), () -> refreshedUnlessNewer(known, session, waiting));
    }

    /** For another node, whose lease was seen so often: a store that is slow is so to that node, too. */
    private record Waiting(Duration since, Optional<Lease> seen, int looks) {
        private static final long LOOKS = RefreshLeases.LEASE.dividedBy(PAUSE);

        Waiting sees(Lease lease) {
            return new Waiting(
                    since, Optional.of(lease), seen.filter(lease::equals).isPresent() ? looks + 1 : 0);
        }

        boolean isInVain() {
            return looks >= LOOKS;
        }
    }

    private CompletableFuture<SessionTokens> refreshedUnlessNewer(
            Optional<String> known, PscSession session, Waiting before) {
        return take(session.id(), known).thenCompose(attempt -> {
            if (attempt instanceof Attempt.Taken taken) {
                return refreshed(new Refresh(session, taken.tokens(), taken.holder(), new CompletableFuture<>()));
            }
            if (attempt instanceof Attempt.Newer newer) {
                return CompletableFuture.completedFuture(newer.tokens());
            }
            var lease = ((Attempt.Busy) attempt).lease();
            var waiting = before.sees(lease);
            var waited = access.timers().elapsed().minus(waiting.since());
            if (unwritten.contains(session.id())) {
                // The newest tokens are here: nobody on this node may give the session up.
                return waited.compareTo(StoreCalls.LIMIT) > 0
                        ? CompletableFuture.failedFuture(
                                StoreException.unavailable("it has not taken what came of a refresh", null))
                        : lookAgain(known, session, waiting);
            }
            if (waiting.isInVain()) {
                return givenUp(known, session, lease, waiting);
            }
            return waited.compareTo(LONGEST_WAIT) > 0
                    ? CompletableFuture.failedFuture(new PscException(
                            LoginProblem.PSC_UNAVAILABLE, "another node has not finished its refresh of the session"))
                    : lookAgain(known, session, waiting);
        });
    }

    private CompletableFuture<SessionTokens> lookAgain(Optional<String> known, PscSession session, Waiting waiting) {
        return access.timers().delay(PAUSE).thenCompose(paused -> refreshedUnlessNewer(known, session, waiting));
    }

    /** A node is gone with the refresh token: a session that PSC may have made of it is ended there. */
    private CompletableFuture<SessionTokens> givenUp(
            Optional<String> known, PscSession session, Lease lease, Waiting waiting) {
        var holder = UUID.randomUUID().toString();
        return access.calls()
                .run(() -> leases.giveUp(session.id(), lease, holder))
                .thenCompose(hint -> {
                    hint.ifPresent(endAtPsc);
                    return hint.isPresent()
                            ? access.calls().run(() -> require(session))
                            : refreshedUnlessNewer(known, session, waiting);
                });
    }

    /** A lease in doubt is given back: its holder has sent nothing. */
    private CompletableFuture<Attempt> take(SessionId id, Optional<String> known) {
        var holder = UUID.randomUUID().toString();
        return access.calls().once(() -> leases.take(id, known, holder, () -> giveBack(id, holder)), late -> {
            if (late instanceof Attempt.Taken) {
                giveBack(id, holder);
            }
        });
    }

    private void giveBack(SessionId id, String holder) {
        access.calls()
                .retry(() -> released(id, holder), away -> unwritten.add(id))
                .whenComplete((released, failure) -> unwritten.remove(id));
    }

    private Void released(SessionId id, String holder) throws PscException {
        leases.release(id, holder);
        return null;
    }

    private CompletableFuture<SessionTokens> refreshed(Refresh refresh) {
        var ended = new CompletableFuture<Void>();
        prolongUntil(ended, refresh);
        var outcome = psc.refresh(refresh.tokens().refreshToken().orElseThrow())
                .handle((answer, failure) ->
                        failure == null ? answered(refresh, answer) : refused(refresh, Futures.causeOf(failure)))
                .thenCompose(written -> written)
                .whenComplete((tokens, failure) -> {
                    unwritten.remove(refresh.id());
                    ended.complete(null);
                });
        return Futures.follow(outcome, refresh.told());
    }

    /** Work of the store without which the session would be lost. */
    private <T> CompletableFuture<T> written(Refresh refresh, Callable<T> work) {
        return access.calls().retry(work, away -> {
            unwritten.add(refresh.id());
            refresh.told().completeExceptionally(away);
        });
    }

    private void prolongUntil(CompletableFuture<Void> ended, Refresh refresh) {
        var stop = access.timers().after(RefreshLeases.LEASE.dividedBy(3), () -> {
            if (!ended.isDone()) {
                // Should it fail, the next third is another try.
                access.calls().run(() -> {
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
        var now = access.clock().instant();
        if (answer.idToken().isEmpty()) {
            return written(refresh, () -> kept(refresh, newest -> newest.refreshed(answer, now)));
        }
        return verifier.signed(answer.idToken().get())
                .handle((signed, failure) -> failure == null
                        ? signed(refresh, answer, signed, now)
                        : unchecked(refresh, answer, now, Futures.causeOf(failure)))
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<SessionTokens> signed(Refresh refresh, TokenAnswer answer, Signed token, Instant now) {
        var contradicted = refresh.tokens()
                .original()
                .contradictedBy(token.claims(), refresh.session().professional());
        if (contradicted.isPresent()) {
            return ended(
                    refresh,
                    answer.idToken().orElseThrow(),
                    new PscException(
                            LoginProblem.SESSION_CONTRADICTED,
                            "a refresh contradicts the login of the session: " + contradicted.get()));
        }
        try {
            token.check(answer.accessToken(), Optional.empty());
        } catch (PscException e) {
            return ended(refresh, answer.idToken().orElseThrow(), e);
        }
        try {
            token.checkTimes();
        } catch (PscException e) {
            return unchecked(refresh, answer, now, e);
        }
        return verified(refresh, answer, token.claims(), now);
    }

    private CompletableFuture<SessionTokens> verified(
            Refresh refresh, TokenAnswer answer, IdTokenClaims claims, Instant now) {
        var sid = claims.sid().filter(name -> !name.isBlank() && !refresh.isNamed(name));
        return written(refresh, () -> {
            var tokens = kept(
                    refresh, newest -> sid.map(newest::alsoNamed).orElse(newest).refreshed(answer, now));
            if (sid.isPresent()) {
                sessions.endIfReported(refresh.id());
            }
            return tokens;
        });
    }

    private SessionTokens kept(Refresh refresh, UnaryOperator<SessionTokens> change) throws PscException {
        var kept = sessions.changeIf(
                refresh.id(),
                newest -> newest.isLeasedTo(refresh.holder()) ? Optional.of(change.apply(newest)) : Optional.empty());
        return kept.isPresent() ? kept.get() : require(refresh.session());
    }

    private CompletableFuture<SessionTokens> unchecked(
            Refresh refresh, TokenAnswer answer, Instant now, Throwable failure) {
        // PSC's new keys may be out of reach, or our clock wrong: the session has to outlast that.
        return written(refresh, () -> kept(refresh, tokens -> tokens.withRefreshTokenOf(answer, now)))
                .handle((kept, ended) -> failure)
                .thenCompose(CompletableFuture::failedFuture);
    }

    /**
     * Ends a session here and at PSC that may not go on; {@code granted} is the ID token that came with the refresh.
     */
    private CompletableFuture<SessionTokens> ended(Refresh refresh, String granted, PscException why) {
        endAtPsc.accept(granted);
        endAtPsc.accept(refresh.tokens().idToken());
        return written(refresh, () -> {
            sessions.contradicted(refresh.id());
            throw why;
        });
    }

    private CompletableFuture<SessionTokens> refused(Refresh refresh, Throwable failure) {
        if (!(failure instanceof PscException e) || e.problem() != LoginProblem.GRANT_REJECTED) {
            return written(refresh, () -> released(refresh.id(), refresh.holder()))
                    .handle((released, notReleased) -> failure)
                    .thenCompose(CompletableFuture::failedFuture);
        }
        return written(refresh, () -> {
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
