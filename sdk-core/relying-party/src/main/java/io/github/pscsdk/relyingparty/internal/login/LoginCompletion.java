package io.github.pscsdk.relyingparty.internal.login;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.UserInfoEndpoint;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.relyingparty.internal.oidc.IdTokenVerifier;
import io.github.pscsdk.relyingparty.internal.oidc.SignedIdentity;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of every login: from PSC's tokens to a session. Verifies the ID token, reads UserInfo at once, checks that both
 * name the person expected, tells the host by which identifiers, and only then keeps anything. Where a step fails, or nobody waits any more, the session that
 * PSC has opened is ended there.
 */
public final class LoginCompletion {
    private static final Logger log = LoggerFactory.getLogger(LoginCompletion.class);

    /** How often a session is written to a store that is away; PSC's tokens would live longer. */
    private static final int TRIES = 20;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    // More of what PSC grants is not kept: it grants two or three.
    private static final int MAX_SCOPES = 64;
    private static final int MAX_SCOPE_LENGTH = 128;

    private final IdTokenVerifier verifier;
    private final UserInfoEndpoint userInfo;
    private final EndSessionEndpoint endSession;
    private final Sessions sessions;
    private final StoreCalls calls;
    private final IdentifiersNotice identifiers;
    private final Scheduler scheduler;
    private final String clientId;
    private final String askedScope;
    private final Duration sessionLimit;
    private final Duration leeway;
    private final Clock clock;

    public LoginCompletion(
            IdTokenVerifier verifier,
            UserInfoEndpoint userInfo,
            EndSessionEndpoint endSession,
            Sessions sessions,
            StoreCalls calls,
            IdentifiersNotice identifiers,
            Scheduler scheduler,
            String clientId,
            String askedScope,
            Duration sessionLimit,
            Duration leeway,
            Clock clock) {
        this.verifier = verifier;
        this.userInfo = userInfo;
        this.endSession = endSession;
        this.sessions = sessions;
        this.calls = calls;
        this.identifiers = identifiers;
        this.scheduler = scheduler;
        this.clientId = clientId;
        this.askedScope = askedScope;
        this.sessionLimit = sessionLimit;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Completes {@code outcome} with a session, or with what went wrong, and tells it in the log. */
    void complete(
            CompletableFuture<TokenAnswer> granted, ExpectedLogin expected, CompletableFuture<PscSession> outcome) {
        outcome.whenComplete((session, failure) -> {
            if (outcome.isCancelled()) {
                log.info("login {}: cancelled", expected.attempt());
            } else if (failure != null) {
                log.warn("login {}: {}", expected.attempt(), Futures.describe(failure));
            }
        });
        granted.whenComplete((tokens, failure) -> {
            if (failure == null) {
                complete(tokens, expected, outcome);
            } else {
                outcome.completeExceptionally(Futures.causeOf(failure));
            }
        });
    }

    private void complete(TokenAnswer tokens, ExpectedLogin expected, CompletableFuture<PscSession> outcome) {
        if (outcome.isDone()) {
            log.info("login {}: tokens came when nobody waited any more", expected.attempt());
        }
        if (tokens.idToken().isEmpty()) {
            outcome.completeExceptionally(
                    new PscException(LoginProblem.ID_TOKEN_REJECTED, "PSC's answer holds no ID token"));
            return;
        }
        var idToken = tokens.idToken().get();
        if (outcome.isDone()) {
            endSession.endQuietly(idToken);
            return;
        }
        verifier.verify(idToken, tokens.accessToken(), expected.nonce())
                .thenApply(checked(claims -> checkAuthentication(claims, expected)))
                .thenCompose(claims -> userInfo.read(tokens.accessToken(), claims.subject())
                        .thenApply(checked(info -> verified(tokens, claims, info, expected)))
                        .thenCompose(info -> identifiers
                                .tell(info.professional().orElseThrow())
                                .thenCompose(told -> opened(
                                        () -> open(session(tokens, claims, info), claims, tokens, expected, outcome),
                                        outcome,
                                        TRIES))))
                .exceptionally(failure -> {
                    outcome.completeExceptionally(Futures.causeOf(failure));
                    if (!isHandedOut(outcome)) {
                        endSession.endQuietly(idToken);
                    }
                    return null;
                });
    }

    /** By an earlier try, to which the store has answered when nobody waited for its answer any more. */
    private static boolean isHandedOut(CompletableFuture<PscSession> outcome) {
        return outcome.isDone() && !outcome.isCompletedExceptionally();
    }

    /** A store that is away for some seconds costs nobody their login: PSC grants it once. */
    private CompletableFuture<Void> opened(Opening opening, CompletableFuture<PscSession> outcome, int tries) {
        return calls.<Void>run(() -> {
                    if (!isHandedOut(outcome)) {
                        opening.run();
                    }
                    return null;
                })
                .exceptionallyCompose(failure -> isStoreAway(failure) && tries > 1 && !outcome.isDone()
                        ? later().thenCompose(paused -> opened(opening, outcome, tries - 1))
                        : CompletableFuture.failedFuture(failure));
    }

    @FunctionalInterface
    private interface Opening {
        void run() throws PscException;
    }

    private static boolean isStoreAway(Throwable failure) {
        return Futures.causeOf(failure) instanceof StoreException store
                && store.problem() == LoginProblem.STORE_UNAVAILABLE;
    }

    private CompletableFuture<Void> later() {
        var paused = new CompletableFuture<Void>();
        scheduler.after(BETWEEN_TRIES, () -> paused.complete(null));
        return paused;
    }

    /** OpenID Connect Core 1.0, section 3.1.3.7, rule 13: a session that PSC had before does not stand for the person who is there now. */
    private IdTokenClaims checkAuthentication(IdTokenClaims claims, ExpectedLogin expected) throws PscException {
        var from = expected.authenticatedFrom();
        if (from.isPresent() && claims.authenticatedAt().orElse(Long.MIN_VALUE) < from.get() - leeway.toSeconds()) {
            throw new PscException(
                    LoginProblem.NOT_ASKED_AGAIN,
                    "PSC let the person in by a login of before, or does not say when it was");
        }
        return claims;
    }

    private UserInfo verified(TokenAnswer tokens, IdTokenClaims claims, UserInfo info, ExpectedLogin expected)
            throws PscException {
        checkIdentity(session(tokens, claims, info), claims, expected);
        return info;
    }

    /** @param session of this try alone: whatever becomes of it, a session that another try has handed out stays as it is */
    private void open(
            PscSession session,
            IdTokenClaims claims,
            TokenAnswer tokens,
            ExpectedLogin expected,
            CompletableFuture<PscSession> outcome)
            throws PscException {
        var idToken = tokens.idToken().orElseThrow();
        sessions.open(session, SessionTokens.of(claims.subject(), tokens, idToken, clock.instant()));
        if (outcome.complete(session)) {
            log.info(
                    "login {}: done, {}, by {} identifiers",
                    expected.attempt(),
                    session.means().map(Means::name).orElse("means not stated"),
                    session.professional().identifiers().size());
        } else if (isHandedOut(outcome)) {
            sessions.takeBack(session.id());
        } else {
            // Cancelled, or the caller was interrupted, while PSC answered.
            sessions.close(session.id(), SessionEnd.FORGOTTEN);
            endSession.endQuietly(idToken);
        }
    }

    private PscSession session(TokenAnswer tokens, IdTokenClaims claims, UserInfo info) throws PscException {
        var authenticatedAt = Instant.ofEpochSecond(claims.authenticatedAt().orElse(claims.issuedAt()));
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
                tokens.sessionState().or(claims::sessionState).or(claims::sid).orElse(""),
                authenticatedAt,
                expiresAt);
    }

    /** RFC 6749, section 5.1: an answer without {@code scope} grants what was asked for. */
    private Set<String> granted(TokenAnswer tokens) {
        return Arrays.stream(tokens.scope().orElse(askedScope).split(" "))
                .filter(scope -> !scope.isEmpty() && scope.length() <= MAX_SCOPE_LENGTH)
                .limit(MAX_SCOPES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void checkIdentity(PscSession session, IdTokenClaims claims, ExpectedLogin expected)
            throws PscException {
        var professional = session.professional();
        if (SignedIdentity.of(claims).contradicts(professional)) {
            throw new PscException(LoginProblem.USERINFO_REJECTED, "UserInfo and the ID token name different people");
        }
        if (expected.asked().isPresent()
                && !professional.isKnownAs(expected.asked().get())) {
            throw new PscException(
                    LoginProblem.IDENTITY_MISMATCH, "the professional who answered is not the one who was asked");
        }
    }

    /**
     * What the tokens of a login are checked against.
     *
     * @param attempt name of the login in the log
     * @param nonce of a browser login
     * @param authenticatedFrom the earliest {@code auth_time} of a browser login that will do, in seconds
     * @param asked the person whom a back-channel login asks
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
}
