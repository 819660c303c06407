package io.github.pscsdk.relyingparty.internal.login;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Professional.Match;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.OriginalIdToken;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of every login, from PSC's tokens to a session: verifies the ID token, reads UserInfo at once, checks that
 * both name the person expected, tells the host by which identifiers, and only then keeps anything. Where the outcome
 * is not the session, what PSC has opened is ended there, and nothing of it stays in the store.
 */
public record LoginCompletion(
        TokenVerifier verifier,
        PscEndpoints psc,
        LoginCheck check,
        SignOuts signOuts,
        Sessions sessions,
        Optional<IdentifiersNotifier> identifiers,
        StoreAccess access) {
    private static final Logger log = LoggerFactory.getLogger(LoginCompletion.class);

    void complete(CompletableFuture<TokenAnswer> granted, ExpectedLogin expected, OutcomeRecipient recipient) {
        var outcome = recipient.outcome();
        outcome.whenComplete((session, failure) -> {
            if (outcome.isCancelled()) {
                log.info("login {}: cancelled", expected.attempt());
            } else if (failure != null) {
                log.warn("login {}: {}", expected.attempt(), Futures.describe(failure));
            }
        });
        granted.whenComplete((tokens, failure) -> {
            if (failure == null) {
                complete(tokens, expected, recipient);
            } else {
                outcome.completeExceptionally(Futures.causeOf(failure));
            }
        });
    }

    private void complete(TokenAnswer tokens, ExpectedLogin expected, OutcomeRecipient recipient) {
        var outcome = recipient.outcome();
        if (outcome.isDone()) {
            log.info("login {}: tokens came when nobody waited any more", expected.attempt());
        }
        if (tokens.idToken().isEmpty()) {
            outcome.completeExceptionally(
                    new PscException(LoginProblem.ID_TOKEN_REJECTED, "PSC's answer holds no ID token"));
            return;
        }
        var idToken = tokens.idToken().get();
        otherwise(outcome, () -> signOuts.endAtPsc(idToken));
        if (outcome.isDone()) {
            return;
        }
        verifier.verify(idToken, tokens.accessToken(), expected.nonce())
                .thenApply(checked(claims -> check.authentication(claims, expected)))
                .thenCompose(claims -> psc.userInfo(tokens.accessToken(), Objects.requireNonNull(claims.subject()))
                        .thenApply(checked(info -> check.identity(tokens, claims, info, expected)))
                        .thenCompose(info -> {
                            recipient.answered();
                            return told(info.professional().orElseThrow()).thenCompose(told -> {
                                var kept = SessionTokens.of(
                                        OriginalIdToken.of(claims),
                                        tokens,
                                        idToken,
                                        access.clock().instant());
                                return handedOver(() -> check.session(tokens, claims, info), kept, expected, recipient);
                            });
                        }))
                .exceptionally(failure -> {
                    outcome.completeExceptionally(ofGranted(Futures.causeOf(failure)));
                    return null;
                });
    }

    private CompletableFuture<Void> told(Professional person) {
        return identifiers.isPresent() ? identifiers.get().tell(person) : CompletableFuture.completedFuture(null);
    }

    private static void otherwise(CompletableFuture<PscSession> outcome, Runnable work) {
        outcome.whenComplete((session, failure) -> {
            if (failure != null) {
                work.run();
            }
        });
    }

    /** PSC grants a login once: a caller that waited has to begin again, however soon the store is back. */
    private static Throwable ofGranted(Throwable failure) {
        return StoreCalls.isAway(failure)
                ? new PscException(
                        LoginProblem.INTERRUPTED,
                        "the store was away when Pro Santé Connect had granted the login",
                        failure)
                : failure;
    }

    /** @param session one of another id each time, so that each try takes back its own, however late */
    private CompletableFuture<Void> handedOver(
            Callable<PscSession> session, SessionTokens tokens, ExpectedLogin expected, OutcomeRecipient recipient) {
        var outcome = recipient.outcome();
        var opened = new AtomicReference<PscSession>();
        otherwise(outcome, () -> forget(opened, expected));
        return access.calls()
                .retry(() -> open(session, tokens, opened, outcome), () -> !outcome.isDone())
                .thenCompose(first -> outcome.isDone()
                        ? CompletableFuture.completedFuture(null)
                        : recipient
                                .take(first.orElseThrow())
                                .thenRun(() -> tellDone(first.orElseThrow(), expected, outcome)));
    }

    /** Several tries may be under way at once; the first session that is open counts; none where the login is over. */
    private Optional<PscSession> open(
            Callable<PscSession> session,
            SessionTokens tokens,
            AtomicReference<PscSession> opened,
            CompletableFuture<PscSession> outcome)
            throws Exception {
        if (opened.get() == null && !outcome.isDone()) {
            var mine = session.call();
            sessions.open(mine, tokens);
            if (!opened.compareAndSet(null, mine)) {
                sessions.takeBack(mine.id());
            } else if (outcome.isCompletedExceptionally()) {
                sessions.close(mine.id(), SessionEnd.FORGOTTEN);
            }
        }
        return Optional.ofNullable(opened.get());
    }

    private void forget(AtomicReference<PscSession> opened, ExpectedLogin expected) {
        access.calls()
                .<Void>retry(() -> {
                    if (opened.get() != null) {
                        sessions.close(opened.get().id(), SessionEnd.FORGOTTEN);
                    }
                    return null;
                })
                .exceptionally(failure -> {
                    log.warn(
                            "login {}: a session that nobody was given is left to expire: {}",
                            expected.attempt(),
                            Futures.describe(failure));
                    return null;
                });
    }

    private static void tellDone(PscSession session, ExpectedLogin expected, CompletableFuture<PscSession> outcome) {
        if (!outcome.isCompletedExceptionally()) {
            log.info(
                    "login {}: done, {}, by {} identifiers",
                    expected.attempt(),
                    session.means().map(Means::name).orElse("means not stated"),
                    session.professional().identifiers().size());
        }
    }

    /**
     * The values against which the tokens of a login are checked.
     *
     * @param attempt name of the login in the log
     * @param authenticatedFrom the earliest {@code auth_time} of a browser login that will do, in seconds
     */
    record ExpectedLogin(
            String attempt, Optional<String> nonce, Optional<Long> authenticatedFrom, Optional<NationalId> asked) {
        static ExpectedLogin ofBrowser(String attempt, String nonce, Optional<Long> authenticatedFrom) {
            return new ExpectedLogin(attempt, Optional.of(nonce), authenticatedFrom, Optional.empty());
        }

        static ExpectedLogin ofBackchannel(String attempt, NationalId asked) {
            return new ExpectedLogin(attempt, Optional.empty(), Optional.empty(), Optional.of(asked));
        }

        @Override
        public String toString() {
            return "ExpectedLogin[" + attempt + "]";
        }
    }

    /** The callers that wait for a login. */
    interface OutcomeRecipient {
        CompletableFuture<PscSession> outcome();

        /** PSC has given everything: what is still missing is ours. */
        void answered();

        /**
         * Ends the outcome by the session, which is in the store, or by what came before it; fails where nobody can
         * say.
         */
        default CompletableFuture<Void> take(PscSession session) {
            outcome().complete(session);
            return CompletableFuture.completedFuture(null);
        }

        record Local(CompletableFuture<PscSession> outcome, Runnable whenAnswered) implements OutcomeRecipient {
            @Override
            public void answered() {
                whenAnswered.run();
            }
        }
    }

    /**
     * The checks between a verified ID token and a session: when PSC asked the person, and whether it is the one who
     * was asked.
     */
    public record LoginCheck(String clientId, String askedScope, Duration sessionLimit, Duration leeway, Clock clock) {
        // More of what PSC grants is not kept: it grants two or three.
        private static final int MAX_SCOPES = 64;
        private static final int MAX_SCOPE_LENGTH = 128;

        /**
         * OpenID Connect Core 1.0, section 3.1.3.7, rule 13: a session that PSC had before does not stand for the
         * person who is there now.
         */
        IdTokenClaims authentication(IdTokenClaims claims, ExpectedLogin expected) throws PscException {
            var from = expected.authenticatedFrom();
            if (from.isPresent() && claims.authenticatedAt().orElse(Long.MIN_VALUE) < from.get() - leeway.toSeconds()) {
                throw new PscException(
                        LoginProblem.NOT_ASKED_AGAIN,
                        "PSC let the person in by a login of before, or does not say when it was");
            }
            return claims;
        }

        /** UserInfo, the ID token, and the login that was begun name one person. */
        UserInfo identity(TokenAnswer tokens, IdTokenClaims claims, UserInfo info, ExpectedLogin expected)
                throws PscException {
            var professional = session(tokens, claims, info).professional();
            if (claims.contradicts(professional)) {
                throw new PscException(
                        LoginProblem.USERINFO_REJECTED, "UserInfo and the ID token name different people");
            }
            if (expected.asked().isPresent()) {
                checkAsked(professional.match(List.of(expected.asked().get())));
            }
            return info;
        }

        private static void checkAsked(Match match) throws PscException {
            switch (match) {
                case SAME -> {}
                case OTHER ->
                    throw new PscException(
                            LoginProblem.IDENTITY_MISMATCH,
                            "the professional who answered is not the one who was asked");
                case UNDECIDED ->
                    throw new PscException(
                            LoginProblem.IDENTITY_UNDECIDED, "the professional who answered has no number to compare");
            }
        }

        PscSession session(TokenAnswer tokens, IdTokenClaims claims, UserInfo info) throws PscException {
            var authenticatedAt =
                    Instant.ofEpochSecond(claims.authenticatedAt().orElse(Objects.requireNonNull(claims.issuedAt())));
            var expiresAt = authenticatedAt.plus(sessionLimit);
            if (!clock.instant().isBefore(expiresAt)) {
                throw new PscException(LoginProblem.SESSION_ENDED, "the session at PSC is older than a session may be");
            }
            return new PscSession(
                    SessionId.draw(clientId),
                    clientId,
                    info.professional().orElseThrow(),
                    claims.authMode().or(info::authMode),
                    claims.acr(),
                    granted(tokens),
                    nameAtPsc(claims).or(tokens::sessionState).orElse(""),
                    authenticatedAt,
                    expiresAt);
        }

        /** By what PSC reports that its session is over: what is signed for that counts first. */
        private static Optional<String> nameAtPsc(IdTokenClaims claims) {
            return claims.sid().filter(name -> !name.isBlank()).or(claims::sessionState);
        }

        /** RFC 6749, section 5.1: an answer without {@code scope} grants what was asked for. */
        private Set<String> granted(TokenAnswer tokens) {
            return Arrays.stream(tokens.scope().orElse(askedScope).split(" "))
                    .filter(scope -> !scope.isEmpty() && scope.length() <= MAX_SCOPE_LENGTH)
                    .limit(MAX_SCOPES)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
