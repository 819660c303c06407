package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.ConfiguredCertificate;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.FileSource;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.sessionstore.redis.RedisStoresBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads where sessions are kept. Nothing is opened yet. */
record StoreReader(SettingsReader settings, ConfigurationText text, Path folder) {
    private static final String JDBC = "io.github.pscsdk.sessionstore.jdbc.JdbcStores";
    private static final String REDIS = "io.github.pscsdk.sessionstore.redis.RedisStores";

    /** Empty where there is a fault, which is noted. */
    Optional<StoreSource> source(Optional<KeyRing> ring) {
        var file = text.value("store.file");
        var named = Stream.of(file.isPresent(), text.has("store.postgresql"), text.has("store.redis"));
        if (named.filter(isNamed -> isNamed).count() != 1) {
            settings.fault("store", "exactly.one", "file, postgresql", "redis");
        }
        // Each is read, so that its own faults are told too.
        var inFile = file.flatMap(path -> file(path, ring));
        var inPostgresql = text.has("store.postgresql") ? postgresql(ring) : Optional.<StoreSource>empty();
        var inRedis = text.has("store.redis") && isThere("store.redis", REDIS, "psc-sdk-session-store-redis")
                ? new RedisReader(settings, text).source(ring)
                : Optional.<StoreSource>empty();
        return inFile.or(() -> inPostgresql).or(() -> inRedis);
    }

    Optional<KeyRing> ring() {
        return settings.text("store.keyRing").flatMap(name -> {
            try {
                return Optional.of(KeyRing.read(folder.resolve(name)));
            } catch (IOException | InvalidPathException e) {
                return settings.fault("store.keyRing", "key.ring.unreadable");
            } catch (IllegalArgumentException e) {
                return settings.fault("store.keyRing", "key.ring", String.valueOf(e.getMessage()));
            }
        });
    }

    private Optional<StoreSource> file(String file, Optional<KeyRing> ring) {
        isThere("store.file", JDBC, "psc-sdk-session-store-jdbc");
        // H2 would read what follows as settings.
        if (file.contains(";")) {
            return settings.fault("store.file", "semicolon");
        }
        var path = settings.value("store.file", "path", () -> folder.resolve(file));
        return path.flatMap(known -> ring.map(keys -> new FileSource(known, keys)));
    }

    private Optional<StoreSource> postgresql(Optional<KeyRing> ring) {
        var isComplete = isThere("store.postgresql", JDBC, "psc-sdk-session-store-jdbc")
                & isThere("store.postgresql", "com.zaxxer.hikari.HikariDataSource", "HikariCP")
                & isThere("store.postgresql", "org.postgresql.Driver", "org.postgresql:postgresql");
        var url = settings.text("store.postgresql.url")
                .flatMap(text -> text.startsWith("jdbc:postgresql:")
                        ? Optional.of(text)
                        : settings.fault("store.postgresql.url", "jdbc", "jdbc:postgresql:"));
        var user = settings.text("store.postgresql.user");
        var password = StorePassword.read(settings, "store.postgresql.password");
        return isComplete
                ? ring.flatMap(keys -> url.flatMap(address -> user.flatMap(
                        name -> password.map(secret -> new PostgresqlSource(address, name, secret, keys)))))
                : Optional.empty();
    }

    /** The jar that is run has all of them; whoever embeds the proxy chooses. */
    private boolean isThere(String key, String type, String artifact) {
        try {
            Class.forName(type, false, StoreReader.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            settings.fault(key, "class.path", artifact);
            return false;
        }
    }

    /**
     * The password of a store. One in a file is read anew for each connection, and stays what it was where the file
     * cannot be read. Safe for any thread.
     */
    static final class StorePassword implements Supplier<char[]> {
        private final SettingsReader settings;
        private final String key;
        private volatile char[] last;

        private StorePassword(SettingsReader settings, String key, char[] first) {
            this.settings = settings;
            this.key = key;
            this.last = first;
        }

        /** Empty where there is a fault, which is noted. */
        static Optional<StorePassword> read(SettingsReader settings, String key) {
            return settings.secret(key, password -> new StorePassword(settings, key, password.clone()));
        }

        @Override
        public char[] get() {
            if (settings.given(key + ".file").isPresent()) {
                settings.anew().secret(key, char[]::clone).ifPresent(now -> last = now);
            }
            return last.clone();
        }

        @Override
        public String toString() {
            return "StorePassword";
        }
    }

    /** Reads where in Redis sessions are kept. Loaded only where that artifact is. */
    private record RedisReader(SettingsReader settings, ConfigurationText text) {
        // The user that a server has by itself.
        private static final String USUAL_USER = "default";

        private static final String SERVER = "store.redis.server";
        private static final String MASTER = "store.redis.master";
        private static final String SENTINELS = "store.redis.sentinels";
        private static final String CLIENT_CERTIFICATE = "store.redis.clientCertificate";

        Optional<StoreSource> source(Optional<KeyRing> ring) {
            var isServer =
                    text.entries(SENTINELS).isEmpty() && text.value(MASTER).isEmpty();
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
            return begun.flatMap(
                    complete -> ring.map(keys -> new RedisSource(complete, List.copyOf(certificates), keys)));
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
            var addresses =
                    sentinels.stream().flatMap(key -> address(key).stream()).toList();
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
}
