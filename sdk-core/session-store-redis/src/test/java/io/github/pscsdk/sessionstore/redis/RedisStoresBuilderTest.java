package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisStoresBuilderTest {
    private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("redis.test", 6379);

    private final RedisStoresBuilder builder = RedisStores.server(NOWHERE);

    @ParameterizedTest
    @ValueSource(strings = {"", "a b:", "psc*", "psc?", "[psc]", "p^", "p\\", "prété:", "p\n"})
    void a_prefix_that_an_acl_would_read_as_a_pattern_is_refused(String prefix) {
        assertThrows(IllegalArgumentException.class, () -> builder.prefix(prefix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"psc:", "p", "Psc/2{x}_"})
    void any_other_prefix_is_taken(String prefix) {
        assertEquals(builder, builder.prefix(prefix));
    }

    @Test
    void limits_that_end_nothing_or_everything_are_refused() {
        for (var limit : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(2))) {
            assertThrows(IllegalArgumentException.class, () -> builder.callLimit(limit));
            assertThrows(IllegalArgumentException.class, () -> builder.connectLimit(limit));
        }
        assertThrows(IllegalArgumentException.class, () -> builder.connections(0));
        assertThrows(IllegalArgumentException.class, () -> RedisStores.sentinels("mymaster", List.of()));
    }

    @Test
    void names_that_are_blank_are_refused() {
        var password = "drawn".toCharArray();
        assertThrows(IllegalArgumentException.class, () -> builder.user(" ", password));
        assertThrows(IllegalArgumentException.class, () -> builder.sentinelUser(" ", password));
        assertThrows(IllegalArgumentException.class, () -> RedisStores.sentinels(" ", List.of(NOWHERE)));
    }

    @Test
    void a_key_store_that_the_password_does_not_open_is_refused() throws Exception {
        var password = "drawn".toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var held = new HeldCertificate.Builder().build();
        store.setKeyEntry("psc", held.keyPair().getPrivate(), password, new Certificate[] {held.certificate()});

        assertThrows(IllegalArgumentException.class, () -> builder.clientCertificate(store, "guessed".toCharArray()));
    }

    @Test
    void what_was_built_says_where_it_is_and_nothing_of_who_is_there() {
        try (var one = builder.user("somebody", "drawn".toCharArray()).build();
                var many = RedisStores.sentinels("mymaster", List.of(NOWHERE))
                        .sentinelUser("somebody", "drawn".toCharArray())
                        .build()) {
            for (var stores : List.of(one, many)) {
                var printed = stores + " " + stores.sessions();
                assertTrue(printed.contains("redis.test:6379"), printed);
                assertFalse(printed.contains("somebody") || printed.contains("drawn"), printed);
            }
        }
    }

    @Test
    void services_with_prefixes_of_their_own_do_not_meet() throws Exception {
        try (var server = RedisServer.start(RedisProgram.any());
                var one = server.stores().build();
                var other = server.stores().prefix("other:").build()) {
            one.sessions().putIfAbsent("a", new byte[1], Duration.ofMinutes(1));
            var content = EntryContent.of(new byte[1], Duration.ofMinutes(1))
                    .due("login", Duration.ZERO)
                    .indexed(List.of("person"));
            one.sessions().write("b", SessionStore.ABSENT, content);

            assertTrue(other.sessions().find("a").isEmpty());
            assertTrue(other.sessions()
                    .claimDue("login", "node", Duration.ofMinutes(1), 1)
                    .isEmpty());
            other.sessions().list("person", Optional.empty(), 1, found -> fail("it is of another prefix"));
        }
    }
}
