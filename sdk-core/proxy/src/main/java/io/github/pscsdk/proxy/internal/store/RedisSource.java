package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.proxy.StoreSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;

/** Redis, for any number of nodes. */
public record RedisSource(RedisStoresBuilder builder, KeyRing ring) implements StoreSource {
    @Override
    public OpenStores open() {
        var redis = builder.build();
        return new OpenStores(redis.sessions().encrypted(ring), redis.pending().encrypted(ring), redis::close);
    }
}
