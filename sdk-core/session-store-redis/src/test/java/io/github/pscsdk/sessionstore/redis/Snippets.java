package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.InetSocketAddress;
import java.security.KeyStore;

/** What the page of session stores shows: compiled here. */
final class Snippets {
    interface Engine {
        void use(SessionStore sessions);
    }

    static void open(char[] password, KeyStore authorities, KeyRing ring, Engine engine) {
        var redis = RedisStores.server(InetSocketAddress.createUnresolved("redis.example.org", 6379))
                .user("psc", password)
                .trustedCertificates(authorities)
                .build();
        var sessions = redis.sessions().encrypted(ring);
        sessions.check();
        engine.use(sessions);
    }
}
