package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.SharedFlows;
import io.github.pscsdk.relyingparty.internal.endpoint.ApiAuthorizationServer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens for target APIs, kept with the session and made anew shortly before they expire: refreshed where their server gave a refresh
 * token, else exchanged again. Those who want the same token of a session share one call; different tokens come side by side.
 */
public final class ApiTokens {
    private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

    // Time for the call that the token is asked for.
    private static final Duration MARGIN = Duration.ofSeconds(30);
    // RFC 8693, section 2.2.1, recommends a lifetime; where there is none, the token serves the call at hand.
    private static final Duration UNDATED = Duration.ofSeconds(60);
    // An API that refuses what its own server issues must not make each call an exchange.
    private static final Duration BETWEEN_REPLACEMENTS = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final StoreCalls calls;
    private final TokenRefresh refreshes;
    private final ApiRevocations revocations;
    private final Clock clock;
    private final SharedFlows<Wanted, ForApi> underWay = new SharedFlows<>();

    private record Wanted(SessionId session, String audience) {}

    /** @param refreshes of the session's own access token, which is exchanged */
    public ApiTokens(
            Sessions sessions, StoreCalls calls, TokenRefresh refreshes, ApiRevocations revocations, Clock clock) {
        this.sessions = sessions;
        this.calls = calls;
        this.refreshes = refreshes;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** The token kept, where it still serves; else a new one. */
    public CompletableFuture<ForApi> token(Active active, ApiAuthorizationServer api) {
        var kept = active.tokens().forApi(api.key()).filter(this::serves);
        var session = active.session();
        return kept.isPresent()
                ? CompletableFuture.completedFuture(kept.get())
                : underWay.run(wanted(session, api), () -> keptOrNew(session, api));
    }

    /**
     * The token that is kept instead of the refused one, where there is one by now; else a new one, by an exchange: what the refused one came
     * from may be refused too. One that has just taken the place of a refused one is not replaced.
     */
    public CompletableFuture<ForApi> instead(Active active, ApiAuthorizationServer api, String refused) {
        var kept = active.tokens().forApi(api.key());
        var session = active.session();
        if (kept.filter(token -> token.token().equals(refused) && wasJustReplaced(token))
                .isPresent()) {
            return CompletableFuture.failedFuture(new PscException(
                    LoginProblem.API_TOKEN_REFUSED, "an API refuses the token that was just issued for it"));
        }
        return underWay.run(wanted(session, api), () -> otherThan(refused, session, api));
    }

    private static Wanted wanted(PscSession session, ApiAuthorizationServer api) {
        return new Wanted(session.id(), api.key());
    }

    private CompletableFuture<ForApi> keptOrNew(PscSession session, ApiAuthorizationServer api) {
        // The flow before this one may have fetched the same token.
        return kept(session, api).thenCompose(kept -> {
            if (kept.filter(this::serves).isPresent()) {
                return CompletableFuture.completedFuture(kept.get());
            }
            var refreshToken = kept.flatMap(old -> old.refreshTokenAt(clock.instant()));
            return refreshToken.isPresent()
                    ? refreshed(session, api, refreshToken.get())
                    : exchanged(session, api, Optional.empty());
        });
    }

    private CompletableFuture<ForApi> otherThan(String refused, PscSession session, ApiAuthorizationServer api) {
        return kept(session, api)
                .thenCompose(kept -> kept.filter(token -> !token.token().equals(refused) && serves(token))
                                .isPresent()
                        ? CompletableFuture.completedFuture(kept.get())
                        : calls.run(() -> sessions.change(session.id(), tokens -> tokens.without(api.key())))
                                .thenCompose(dropped -> exchanged(session, api, Optional.of(clock.instant()))));
    }

    private CompletableFuture<ForApi> refreshed(PscSession session, ApiAuthorizationServer api, String refreshToken) {
        return api.refresh(refreshToken)
                .thenCompose(answer -> keep(
                        session,
                        api,
                        forApi(answer, api, Optional.of(answer.refreshToken().orElse(refreshToken)), Optional.empty())))
                .exceptionallyCompose(failure -> isRefusal(failure)
                        ? exchanged(session, api, Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isRefusal(Throwable failure) {
        return Futures.causeOf(failure) instanceof PscException known
                && known.problem() == LoginProblem.API_TOKEN_REFUSED;
    }

    /** @param replacedAt where the new token takes the place of one that the API refused */
    private CompletableFuture<ForApi> exchanged(
            PscSession session, ApiAuthorizationServer api, Optional<Instant> replacedAt) {
        return refreshes
                .whereDue(session)
                .thenCompose(tokens -> api.exchange(tokens.accessToken()))
                .thenCompose(answer -> keep(session, api, forApi(answer, api, answer.refreshToken(), replacedAt)));
    }

    private CompletableFuture<ForApi> keep(PscSession session, ApiAuthorizationServer api, ForApi token) {
        if (api.isBoundElsewhere(token.token())) {
            log.warn("{} issued a token that is bound to another certificate than it was shown", api);
        }
        return calls.run(() -> sessions.change(session.id(), tokens -> tokens.with(token)))
                .thenApply(kept -> token)
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        // The session ended meanwhile, or the store fails: nobody will use it.
                        revocations.begin(List.of(token));
                    }
                });
    }

    private CompletableFuture<Optional<ForApi>> kept(PscSession session, ApiAuthorizationServer api) {
        return calls.run(() -> sessions.tokens(session.id()).flatMap(tokens -> tokens.forApi(api.key())));
    }

    private boolean serves(ForApi token) {
        return token.until() > clock.instant().plus(MARGIN).getEpochSecond();
    }

    private boolean wasJustReplaced(ForApi token) {
        return token.replacedAt()
                .filter(at -> clock.instant().isBefore(Instant.ofEpochSecond(at).plus(BETWEEN_REPLACEMENTS)))
                .isPresent();
    }

    private ForApi forApi(
            TokenAnswer answer,
            ApiAuthorizationServer api,
            Optional<String> refreshToken,
            Optional<Instant> replacedAt) {
        var now = clock.instant();
        return new ForApi(
                api.key(),
                answer.accessToken(),
                now.plus(answer.lifetime(UNDATED)).getEpochSecond(),
                refreshToken,
                answer.refreshExpiresIn().map(seconds -> now.getEpochSecond() + seconds),
                replacedAt.map(Instant::getEpochSecond));
    }
}
