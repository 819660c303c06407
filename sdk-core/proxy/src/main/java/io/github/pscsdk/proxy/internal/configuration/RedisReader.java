package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.ConfiguredCertificate;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.proxy.settings.StoreSource;
import io.github.pscsdk.relyingparty.internal.settings.Setting;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads where in Redis sessions are kept. Loaded only where that artifact is. */
record RedisReader(SettingsReader settings, Path folder) {
    // The user that a server has by itself.
    private static final String USUAL_USER = "default";

    private static final String CLIENT_CERTIFICATE = "store.redis.clientCertificate";

    Optional<StoreSource> source(ConfigurationFile.Redis redis, Optional<KeyRing> ring) {
        var begun = redis.sentinels().isEmpty() && redis.master().isEmpty() ? server(redis) : sentinels(redis);
        // In place of one that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = begun.orElseGet(() -> RedisStores.server(InetSocketAddress.createUnresolved("none", 6379)));
        user(redis.user(), "password", redis.password(), builder::user);
        user(redis.sentinelUser(), "sentinelPassword", redis.sentinelPassword(), builder::sentinelUser);
        if (redis.tls().orElse(false)) {
            builder.tls();
        }
        List<ConfiguredCertificate> certificates = new ArrayList<>();
        redis.trustStore()
                .flatMap(store -> ConfigurationReader.authorities(settings, "store.redis.trustStore", store))
                .ifPresent(authorities -> {
                    builder.trustedCertificates(authorities);
                    certificates.addAll(Certificates.trusted(authorities));
                });
        redis.clientCertificate()
                .ifPresent(store ->
                        settings.keyStore(ConfigurationReader.keyStore(CLIENT_CERTIFICATE, store), (own, password) -> {
                            certificates.addAll(Certificates.ofStore(CLIENT_CERTIFICATE, own));
                            return builder.clientCertificate(own, password);
                        }));
        redis.prefix()
                .ifPresent(prefix -> settings.value("store.redis.prefix", "prefix", () -> builder.prefix(prefix)));
        return begun.flatMap(complete -> ring.map(keys -> new RedisSource(complete, List.copyOf(certificates), keys)));
    }

    private Optional<RedisStoresBuilder> server(ConfigurationFile.Redis redis) {
        return settings.text(Setting.of("store.redis.server", redis.server()))
                .flatMap(text -> settings.hostAndPort("store.redis.server", text))
                .map(RedisStores::server);
    }

    private Optional<RedisStoresBuilder> sentinels(ConfigurationFile.Redis redis) {
        if (redis.server().isPresent()) {
            return settings.fault("store.redis", "server.or.sentinels");
        }
        var master = settings.text(Setting.of("store.redis.master", redis.master()));
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

    private void user(
            Optional<String> name,
            String passwordKey,
            Optional<ConfigurationFile.Secret> password,
            BiConsumer<String, Supplier<char[]>> use) {
        if (name.isPresent() || password.isPresent()) {
            StoreReader.StorePassword.read(
                            settings, folder, ConfigurationReader.secret("store.redis." + passwordKey, password))
                    .ifPresent(secret -> use.accept(name.orElse(USUAL_USER), secret));
        }
    }
}
