package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tokens that nobody will use back to the authorization servers of APIs (RFC 7009), in the background. Beyond so
 * many under way, tokens are left to expire.
 */
public final class ApiRevocations {
    private static final Logger log = LoggerFactory.getLogger(ApiRevocations.class);
    private static final int MOST_UNDER_WAY = 1_000;

    private final Function<String, Optional<Revocation>> apis;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Gives a token back to one server: RFC 7009, section 2.1. */
    @FunctionalInterface
    public interface Revocation {
        /** @param hint {@code access_token} or {@code refresh_token} */
        CompletableFuture<Void> revoke(String token, String hint);
    }

    /** @param apis finds the server whose tokens are kept under a key, where it takes tokens back */
    public ApiRevocations(Function<String, Optional<Revocation>> apis) {
        this.apis = apis;
    }

    /** Never fails. */
    public void begin(List<ForApi> tokens) {
        for (var token : tokens) {
            apis.apply(token.audience()).ifPresent(server -> begin(token, server));
        }
    }

    private void begin(ForApi token, Revocation server) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            log.warn("a token of {} is left to expire: too many are being given back", token.audience());
            return;
        }
        CompletableFuture.completedFuture(token)
                .thenCompose(given -> revoked(given, server))
                .whenComplete((done, failure) -> {
                    underWay.decrementAndGet();
                    if (failure != null) {
                        log.warn("a token of {} was not given back: {}", token.audience(), Futures.describe(failure));
                    }
                });
    }

    /** The refresh token first, so that no new token comes from it. */
    private static CompletableFuture<Void> revoked(ForApi token, Revocation server) {
        return token.refreshToken()
                .map(refresh -> server.revoke(refresh, "refresh_token"))
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenCompose(done -> server.revoke(token.token(), "access_token"));
    }
}
