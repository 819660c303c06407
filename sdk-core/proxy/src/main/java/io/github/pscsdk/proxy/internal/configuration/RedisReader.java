package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.ConfiguredCertificate;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads where in Redis sessions are kept. Loaded only where that artifact is. */
record RedisReader(SettingsReader settings) {
    // The user that a server has by itself.
    private static final String USUAL_USER = "default";

    private static final String CLIENT_CERTIFICATE = "store.redis.clientCertificate";

    Optional<StoreSource> source(ConfigurationFile.Redis redis, Optional<KeyRing> ring) {
        var begun = redis.sentinels().isEmpty() && redis.master().isEmpty() ? server() : sentinels(redis);
        // In place of one that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = begun.orElseGet(() -> RedisStores.server(InetSocketAddress.createUnresolved("none", 6379)));
        user("user", "password", redis.password(), builder::user);
        user("sentinelUser", "sentinelPassword", redis.sentinelPassword(), builder::sentinelUser);
        if (redis.tls().orElse(false)) {
            builder.tls();
        }
        List<ConfiguredCertificate> certificates = new ArrayList<>();
        ConfigurationReader.authorities(settings, "store.redis.trustStore").ifPresent(authorities -> {
            builder.trustedCertificates(authorities);
            certificates.addAll(Certificates.trusted(authorities));
        });
        redis.clientCertificate()
                .ifPresent(store -> settings.keyStore(
                        CLIENT_CERTIFICATE + ".file", CLIENT_CERTIFICATE + ".password", (own, password) -> {
                            certificates.addAll(Certificates.ofStore(CLIENT_CERTIFICATE, own));
                            return builder.clientCertificate(own, password);
                        }));
        redis.prefix()
                .ifPresent(prefix -> settings.value("store.redis.prefix", "prefix", () -> builder.prefix(prefix)));
        return begun.flatMap(complete -> ring.map(keys -> new RedisSource(complete, List.copyOf(certificates), keys)));
    }

    private Optional<RedisStoresBuilder> server() {
        return settings.text("store.redis.server")
                .flatMap(text -> settings.hostAndPort("store.redis.server", text))
                .map(RedisStores::server);
    }

    private Optional<RedisStoresBuilder> sentinels(ConfigurationFile.Redis redis) {
        if (redis.server().isPresent()) {
            return settings.fault("store.redis", "server.or.sentinels");
        }
        var master = settings.text("store.redis.master");
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (var i = 0; i < redis.sentinels().size(); i++) {
            settings.hostAndPort(
                            "store.redis.sentinels[" + i + "]",
                            redis.sentinels().get(i))
                    .ifPresent(addresses::add);
        }
        if (redis.sentinels().isEmpty()) {
            return settings.fault("store.redis.sentinels", "missing");
        }
        return addresses.isEmpty() ? Optional.empty() : master.map(name -> RedisStores.sentinels(name, addresses));
    }

    private void user(String user, String password, Optional<?> written, BiConsumer<String, Supplier<char[]>> use) {
        var name = settings.given("store.redis." + user);
        if (name.isPresent() || written.isPresent()) {
            StoreReader.StorePassword.read(settings, "store.redis." + password)
                    .ifPresent(secret -> use.accept(name.orElse(USUAL_USER), secret));
        }
    }
}
