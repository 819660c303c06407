package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.SingleFlight;
import io.github.pscsdk.relyingparty.internal.endpoint.ApiAuthorizationServer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens for target APIs, kept with the session and made anew shortly before they expire: refreshed where there is a
 * refresh token, which one node sends once, else exchanged. Callers who want the same token share one call.
 */
public final class ApiTokens {
    private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

    // Time for the call that the token is asked for.
    private static final Duration MARGIN = Duration.ofSeconds(30);
    // RFC 8693, section 2.2.1, recommends a lifetime; where there is none, the token serves the call at hand.
    private static final Duration UNDATED = Duration.ofSeconds(60);
    // An API that refuses what its own server issues must not make each call an exchange.
    private static final Duration BETWEEN_REPLACEMENTS = Duration.ofMinutes(1);

    private final StoreAccess access;
    private final Sessions sessions;
    private final TokenRefresh refreshes;
    private final ApiRevocations revocations;
    private final SingleFlight<Wanted, ForApi> underWay = new SingleFlight<>();

    private record Wanted(SessionId session, String audience) {}

    public ApiTokens(Sessions sessions, StoreAccess access, TokenRefresh refreshes, ApiRevocations revocations) {
        this.access = access;
        this.sessions = sessions;
        this.refreshes = refreshes;
        this.revocations = revocations;
    }

    public CompletableFuture<ForApi> token(Active active, ApiAuthorizationServer api) {
        var kept = active.tokens().forApi(api.key()).filter(this::serves);
        var session = active.session();
        return kept.isPresent()
                ? CompletableFuture.completedFuture(kept.get())
                : underWay.run(new Wanted(session.id(), api.key()), () -> keptOrNew(session, api));
    }

    /**
     * The token kept in place of the refused one by now; else a new one, by an exchange. A token that has just replaced
     * a refused one is not replaced.
     */
    public CompletableFuture<ForApi> instead(Active active, ApiAuthorizationServer api, String refused) {
        var kept = active.tokens().forApi(api.key());
        var session = active.session();
        if (kept.filter(token -> token.token().equals(refused) && wasJustReplaced(token))
                .isPresent()) {
            return CompletableFuture.failedFuture(new PscException(
                    LoginProblem.API_TOKEN_REFUSED, "an API refuses the token that was just issued for it"));
        }
        return underWay.run(new Wanted(session.id(), api.key()), () -> otherThan(refused, session, api));
    }

    private CompletableFuture<ForApi> keptOrNew(PscSession session, ApiAuthorizationServer api) {
        // The flow before this one may have fetched the same token.
        return taken(session, api).thenCompose(kept -> {
            if (kept.filter(this::serves).isPresent()) {
                return CompletableFuture.completedFuture(kept.get());
            }
            return kept.flatMap(this::refreshTokenOf).isPresent()
                    ? refreshed(session, api, kept.get())
                    : exchanged(session, api, kept, Optional.empty());
        });
    }

    private Optional<String> refreshTokenOf(ForApi token) {
        return token.refreshTokenAt(access.clock().instant());
    }

    /**
     * The token that is kept, and, once it is spent, its refresh token, which leaves the session: of several nodes one
     * sends it, the others exchange. Given back where nobody waits any more.
     */
    private CompletableFuture<Optional<ForApi>> taken(PscSession session, ApiAuthorizationServer api) {
        var taken = new AtomicReference<>(Optional.<ForApi>empty());
        return access.calls()
                .once(
                        () -> {
                            try {
                                sessions.changeIf(session.id(), tokens -> {
                                    var present = tokens.forApi(api.key());
                                    taken.set(present);
                                    return present.filter(this::isSpent)
                                            .map(kept -> tokens.with(kept.withoutRefreshToken()));
                                });
                            } catch (StoreException e) {
                                giveBack(Objects.requireNonNull(taken.get()));
                                throw e;
                            }
                            return taken.get();
                        },
                        this::giveBack);
    }

    private boolean isSpent(ForApi token) {
        return !serves(token) && token.refreshToken().isPresent();
    }

    private void giveBack(Optional<ForApi> taken) {
        revocations.begin(taken.filter(this::isSpent).stream().toList());
    }

    private CompletableFuture<ForApi> otherThan(String refused, PscSession session, ApiAuthorizationServer api) {
        return access.calls()
                .run(() -> keptUnless(refused, session, api))
                .thenCompose(kept -> kept.isPresent()
                        ? CompletableFuture.completedFuture(kept.get())
                        : exchanged(
                                session,
                                api,
                                Optional.empty(),
                                Optional.of(access.clock().instant())));
    }

    /** Another token that is kept by now and serves; what is kept else is dropped, and given back. */
    private Optional<ForApi> keptUnless(String refused, PscSession session, ApiAuthorizationServer api)
            throws PscException {
        var other = new AtomicReference<>(Optional.<ForApi>empty());
        var dropped = new AtomicReference<>(List.<ForApi>of());
        try {
            sessions.changeIf(session.id(), tokens -> {
                var present = tokens.forApi(api.key());
                var usable = present.filter(kept -> !kept.token().equals(refused) && serves(kept));
                other.set(usable);
                dropped.set(usable.isPresent() ? List.of() : present.stream().toList());
                return usable.isPresent() ? Optional.empty() : Optional.of(tokens.without(api.key()));
            });
        } finally {
            // Also of a write of which nobody knows whether it was done: these tokens serve nobody.
            revocations.begin(Objects.requireNonNull(dropped.get()));
        }
        return Objects.requireNonNull(other.get());
    }

    private CompletableFuture<ForApi> refreshed(PscSession session, ApiAuthorizationServer api, ForApi old) {
        var refreshToken = old.refreshToken().orElseThrow();
        return api.refresh(refreshToken)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        var newest = Optional.of(answer.refreshToken().orElse(refreshToken));
                        return keep(session, api, forApi(answer, api, newest, Optional.empty()), Optional.of(old));
                    }
                    if (isRefusal(failure)) {
                        return exchanged(session, api, Optional.of(old), Optional.empty());
                    }
                    // Whether it was taken is unknown, so nobody sends it again.
                    revocations.begin(List.of(old));
                    return CompletableFuture.<ForApi>failedFuture(failure);
                })
                .thenCompose(token -> token);
    }

    private static boolean isRefusal(Throwable failure) {
        return Futures.causeOf(failure) instanceof PscException known
                && known.problem() == LoginProblem.API_TOKEN_REFUSED;
    }

    /**
     * @param old in whose place it comes, where there is one
     * @param replacedAt where that is one that the API refused
     */
    private CompletableFuture<ForApi> exchanged(
            PscSession session, ApiAuthorizationServer api, Optional<ForApi> old, Optional<Instant> replacedAt) {
        return refreshes
                .whereDue(session)
                .thenCompose(tokens -> api.exchange(tokens.accessToken()))
                .thenCompose(answer -> keep(session, api, forApi(answer, api, answer.refreshToken(), replacedAt), old));
    }

    /**
     * The token that the session has from now on: another node's, where that came first and serves. The other one is
     * given back.
     */
    private CompletableFuture<ForApi> keep(
            PscSession session, ApiAuthorizationServer api, ForApi token, Optional<ForApi> old) {
        if (api.isBoundElsewhere(token.token())) {
            log.warn("{} issued a token that is bound to another certificate than it was shown", api);
        }
        return access.calls()
                .once(() -> kept(session, token, old), late -> withdraw(session, token))
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        withdraw(session, token);
                    }
                });
    }

    /** Nobody is given the token, since the session ended or the store fails, which may have kept it all the same. */
    private void withdraw(PscSession session, ForApi token) {
        access.calls()
                .retry(
                        () -> sessions.change(
                                session.id(),
                                tokens -> tokens.forApi(token.audience())
                                                .filter(token::isSameAs)
                                                .isPresent()
                                        ? tokens.without(token.audience())
                                        : tokens),
                        away -> {})
                .whenComplete((withdrawn, failure) -> revocations.begin(List.of(token)));
    }

    private ForApi kept(PscSession session, ForApi token, Optional<ForApi> old) throws PscException {
        var others = new AtomicReference<>(Optional.<ForApi>empty());
        var replaced = new AtomicReference<>(List.<ForApi>of());
        try {
            var isKept = sessions.changeIf(session.id(), tokens -> {
                        var present = tokens.forApi(token.audience())
                                .filter(known -> !known.isSameAs(token)
                                        && old.filter(known::isSameAs).isEmpty());
                        var serves = present.filter(this::serves).isPresent();
                        others.set(present);
                        replaced.set(serves ? List.of(token) : present.stream().toList());
                        return serves ? Optional.empty() : Optional.of(tokens.with(token));
                    })
                    .isPresent();
            return isKept ? token : Objects.requireNonNull(others.get()).orElseThrow();
        } finally {
            revocations.begin(Objects.requireNonNull(replaced.get()));
        }
    }

    private boolean serves(ForApi token) {
        return token.until() > access.clock().instant().plus(MARGIN).getEpochSecond();
    }

    private boolean wasJustReplaced(ForApi token) {
        return token.replacedAt()
                .filter(at -> access.clock()
                        .instant()
                        .isBefore(Instant.ofEpochSecond(at).plus(BETWEEN_REPLACEMENTS)))
                .isPresent();
    }

    private ForApi forApi(
            TokenAnswer answer,
            ApiAuthorizationServer api,
            Optional<String> refreshToken,
            Optional<Instant> replacedAt) {
        var now = access.clock().instant();
        return new ForApi(
                api.key(),
                answer.accessToken(),
                now.plus(answer.lifetime(UNDATED)).getEpochSecond(),
                refreshToken,
                answer.refreshExpiresIn().map(seconds -> now.getEpochSecond() + seconds),
                replacedAt.map(Instant::getEpochSecond));
    }
}
