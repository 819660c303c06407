package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * PSC's published keys. A key id that is not known leads to one refetch, since PSC rotates its keys; one that is not known
 * then either leads to no further one for a while, so that bad tokens cannot make us hammer PSC.
 */
final class KeySetCache {
    private static final Duration PAUSE_AFTER_FRUITLESS_REFETCH = Duration.ofSeconds(10);

    private final CachedValue<PublishedKeys> keys;
    private final Clock clock;
    private volatile Instant noRefetchBefore = Instant.MIN;

    KeySetCache(CachedValue<PublishedKeys> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The keys, refetched where they lack that id; they may still lack it. */
    CompletableFuture<PublishedKeys> with(String keyId) {
        return keys.get().thenCompose(known -> {
            if (known.contains(keyId) || clock.instant().isBefore(noRefetchBefore)) {
                return CompletableFuture.completedFuture(known);
            }
            return keys.refetch().handle((fresh, failure) -> {
                if (failure != null || !fresh.contains(keyId)) {
                    noRefetchBefore = clock.instant().plus(PAUSE_AFTER_FRUITLESS_REFETCH);
                }
                return failure == null ? fresh : known;
            });
        });
    }
}
