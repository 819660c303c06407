package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * PSC's published keys. A key id that is not known leads to one fetch, since PSC rotates its keys; one that is not known
 * then either leads to no further one for a while, so that bad tokens cannot make us hammer PSC.
 */
final class KeySetCache {
    private static final Duration PAUSE_AFTER_FRUITLESS_FETCH = Duration.ofSeconds(10);

    private final CachedValue<PublishedKeys> keys;
    private final Clock clock;
    private volatile Instant noRefetchBefore = Instant.MIN;

    KeySetCache(CachedValue<PublishedKeys> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The keys, refetched where they lack that id; they may still lack it.
     *
     * @param keyId null of a token that names none
     */
    CompletableFuture<PublishedKeys> with(String keyId) {
        var wereKept = keys.isKept();
        return keys.get().thenCompose(known -> {
            if (wereKept && !known.contains(keyId)) {
                return refetched(known, fresh -> fresh.contains(keyId));
            }
            if (!known.contains(keyId)) {
                // They were fetched for this token.
                pause();
            }
            return CompletableFuture.completedFuture(known);
        });
    }

    /** The keys refetched, where a signature is wrong by a key that has no id to tell that it is another one now. */
    CompletableFuture<PublishedKeys> newerThan(PublishedKeys known) {
        return refetched(known, fresh -> false);
    }

    private CompletableFuture<PublishedKeys> refetched(PublishedKeys known, Predicate<PublishedKeys> isFruitful) {
        if (clock.instant().isBefore(noRefetchBefore)) {
            return CompletableFuture.completedFuture(known);
        }
        return keys.refetch().handle((fresh, failure) -> {
            if (failure != null || !isFruitful.test(fresh)) {
                pause();
            }
            return failure == null ? fresh : known;
        });
    }

    private void pause() {
        noRefetchBefore = clock.instant().plus(PAUSE_AFTER_FRUITLESS_FETCH);
    }
}
