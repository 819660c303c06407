package io.github.pscsdk.proxy.internal.store;

import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.ConfiguredCertificate;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;
import java.util.List;
import java.util.Optional;

/** Redis, for any number of nodes. No traces: it has everything in memory, and a replica may lack some. */
public record RedisSource(RedisStoresBuilder builder, List<ConfiguredCertificate> certificates, KeyRing ring)
        implements StoreSource, Certificates.Source {
    @Override
    public OpenStores open() {
        var redis = builder.build();
        return new OpenStores(redis.sessions().encrypted(ring), Optional.empty(), redis::close);
    }
}
