package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.json.LogoutTokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logouts that PSC reports: OpenID Connect Back-Channel Logout 1.0. Each ends its sessions, and is refused from then
 * on, on any node; while the store is away, it is tried again, since PSC may report it once.
 */
public record BackchannelLogouts(
        Function<String, CompletableFuture<LogoutTokenClaims>> verifier,
        Sessions sessions,
        StoreAccess access,
        Duration leeway) {
    private static final Logger log = LoggerFactory.getLogger(BackchannelLogouts.class);

    public CompletableFuture<Void> accept(String logoutToken) {
        return verifier.apply(logoutToken).thenCompose(this::accept);
    }

    private CompletableFuture<Void> accept(LogoutTokenClaims claims) {
        var told = new CompletableFuture<Void>();
        var reportedAt = access.clock().instant().getEpochSecond();
        var done = access.calls()
                .retry(() -> unseen(claims), told::completeExceptionally)
                .thenCompose(unseen -> access.calls()
                        .<Void>retry(
                                () -> {
                                    end(unseen, reportedAt);
                                    remember(unseen);
                                    return null;
                                },
                                told::completeExceptionally));
        return Futures.follow(done, told);
    }

    /** A step of its own: once this token is taken here, it is seen by the tries that follow. */
    private LogoutTokenClaims unseen(LogoutTokenClaims claims) throws PscException {
        if (access.store().find(logoutTokenKey(claims)).isPresent()) {
            throw new PscException(LoginProblem.LOGOUT_TOKEN_REJECTED, "it was seen before");
        }
        return claims;
    }

    private String logoutTokenKey(LogoutTokenClaims claims) {
        return access.logoutTokenKey(Objects.requireNonNull(claims.id()));
    }

    private void end(LogoutTokenClaims claims, long reportedAt) {
        var sid = sid(claims);
        if (sid.isPresent()) {
            sessions.endedAtPsc(sid.get(), claims.subject(), reportedAt);
        } else {
            sessions.allEndedAtPsc(claims.subject().orElseThrow(), reportedAt);
        }
        log.info("PSC reports the logout of {}", sid.isPresent() ? "a session" : "all sessions of a person");
    }

    private static Optional<String> sid(LogoutTokenClaims claims) {
        return claims.sid().filter(name -> !name.isBlank());
    }

    /** Last: a token of which something is left to do is taken when it comes again. */
    private void remember(LogoutTokenClaims claims) {
        var until = Instant.ofEpochSecond(Objects.requireNonNull(claims.expiresAt()))
                .plus(leeway);
        // It was verified a moment ago, and may be past by now.
        var lifetime =
                Collections.max(List.of(Duration.between(access.clock().instant(), until), Duration.ofSeconds(1)));
        access.store().putIfAbsent(logoutTokenKey(claims), new byte[0], lifetime);
    }
}
