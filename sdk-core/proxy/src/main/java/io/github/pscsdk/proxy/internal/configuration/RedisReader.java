package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationText;
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
record RedisReader(SettingsReader settings, ConfigurationText text) {
    // The user that a server has by itself.
    private static final String USUAL_USER = "default";

    private static final String SERVER = "store.redis.server";
    private static final String MASTER = "store.redis.master";
    private static final String SENTINELS = "store.redis.sentinels";
    private static final String CLIENT_CERTIFICATE = "store.redis.clientCertificate";

    Optional<StoreSource> source(Optional<KeyRing> ring) {
        var isServer = text.entries(SENTINELS).isEmpty() && text.value(MASTER).isEmpty();
        var begun = isServer ? server() : sentinels();
        // In place of one that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = begun.orElseGet(() -> RedisStores.server(InetSocketAddress.createUnresolved("none", 6379)));
        user("store.redis.user", "store.redis.password", builder::user);
        user("store.redis.sentinelUser", "store.redis.sentinelPassword", builder::sentinelUser);
        if (text.value("store.redis.tls").equals(Optional.of("true"))) {
            builder.tls();
        }
        List<ConfiguredCertificate> certificates = new ArrayList<>();
        ConfigurationReader.authorities(settings, "store.redis.trustStore").ifPresent(authorities -> {
            builder.trustedCertificates(authorities);
            certificates.addAll(Certificates.trusted(authorities));
        });
        if (text.has(CLIENT_CERTIFICATE)) {
            settings.keyStore(CLIENT_CERTIFICATE + ".file", CLIENT_CERTIFICATE + ".password", (own, password) -> {
                certificates.addAll(Certificates.ofStore(CLIENT_CERTIFICATE, own));
                return builder.clientCertificate(own, password);
            });
        }
        text.value("store.redis.prefix")
                .ifPresent(prefix -> settings.value("store.redis.prefix", "prefix", () -> builder.prefix(prefix)));
        return begun.flatMap(complete -> ring.map(keys -> new RedisSource(complete, List.copyOf(certificates), keys)));
    }

    private Optional<RedisStoresBuilder> server() {
        return address(SERVER).map(RedisStores::server);
    }

    private Optional<InetSocketAddress> address(String key) {
        return settings.text(key).flatMap(address -> settings.hostAndPort(key, address));
    }

    private Optional<RedisStoresBuilder> sentinels() {
        if (text.value(SERVER).isPresent()) {
            return settings.fault("store.redis", "server.or.sentinels");
        }
        var master = settings.text(MASTER);
        var sentinels = text.entries(SENTINELS);
        var addresses = sentinels.stream().flatMap(key -> address(key).stream()).toList();
        if (sentinels.isEmpty()) {
            return settings.fault(SENTINELS, "missing");
        }
        return addresses.isEmpty() ? Optional.empty() : master.map(name -> RedisStores.sentinels(name, addresses));
    }

    private void user(String user, String password, BiConsumer<String, Supplier<char[]>> use) {
        var name = settings.given(user);
        if (name.isPresent() || text.has(password)) {
            StoreReader.StorePassword.read(settings, password)
                    .ifPresent(secret -> use.accept(name.orElse(USUAL_USER), secret));
        }
    }
}
