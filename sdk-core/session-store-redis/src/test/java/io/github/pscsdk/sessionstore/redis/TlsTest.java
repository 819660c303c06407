package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** TLS with an ACL user, at servers that want a certificate of the client and at servers that do not. */
@ParameterizedClass
@MethodSource("programs")
class TlsTest {
    private static final char[] PASSWORD = "drawn".toCharArray();

    private final RedisProgram program;
    private final HeldCertificate authority =
            valid().certificateAuthority(0).commonName("authority").build();
    private final HeldCertificate ofServer = new HeldCertificate.Builder()
            .signedBy(authority)
            .addSubjectAlternativeName("redis.test")
            .build();

    @TempDir
    private Path folder;

    private RedisServer server;

    TlsTest(RedisProgram program) {
        this.program = program;
    }

    static List<RedisProgram> programs() {
        return RedisProgram.all();
    }

    private void start(String authClients) throws Exception {
        var certificate = Files.writeString(folder.resolve("server.pem"), ofServer.certificatePem());
        var key = Files.writeString(folder.resolve("server.key"), ofServer.privateKeyPkcs8Pem());
        var authorities = Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
        var port = ReservedPort.next();
        server = RedisServer.start(
                port,
                program,
                "--port",
                "0",
                "--tls-port",
                Integer.toString(port),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                authorities.toString(),
                "--tls-auth-clients",
                authClients,
                "--user",
                "default",
                "off",
                "--user",
                "psc",
                "on",
                ">drawn",
                "~psc:*",
                "+@all");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private RedisStoresBuilder stores(String name) {
        return RedisStores.server(InetSocketAddress.createUnresolved(name, server.port()))
                .names(any -> new InetAddress[] {InetAddress.getLoopbackAddress()})
                .callLimit(Duration.ofSeconds(10))
                .user("psc", PASSWORD);
    }

    /** From 1970 to 2100: in a run of another year, the server is in the present. */
    private static HeldCertificate.Builder valid() {
        return new HeldCertificate.Builder().validityInterval(0, 4_102_444_800_000L);
    }

    private static KeyStore trusting(HeldCertificate authority) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    private KeyStore ofClient() throws Exception {
        var certificate = valid().signedBy(authority).commonName("psc").build();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "psc", certificate.keyPair().getPrivate(), PASSWORD, new Certificate[] {certificate.certificate()});
        return store;
    }

    private static void assertUntrusted(RedisStoresBuilder builder) {
        try (var stores = builder.build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), failure::getMessage);
            assertTrue(failure.getMessage().contains("in TLS"), failure::getMessage);
        }
    }

    @Test
    void a_server_with_a_certificate_for_its_name_is_used() throws Exception {
        start("no");

        try (var stores =
                stores("redis.test").trustedCertificates(trusting(authority)).build()) {
            stores.sessions().check();
        }
    }

    @Test
    void a_server_with_a_certificate_for_another_name_is_refused() throws Exception {
        start("no");

        assertUntrusted(stores("other.test").trustedCertificates(trusting(authority)));
    }

    @Test
    void a_server_of_another_authority_is_refused() throws Exception {
        start("no");

        var other = new HeldCertificate.Builder().certificateAuthority(0).build();
        assertUntrusted(stores("redis.test").tls());
        assertUntrusted(stores("redis.test").trustedCertificates(trusting(other)));
    }

    @Test
    void a_server_that_wants_a_certificate_is_shown_it_and_answers_nobody_who_has_none() throws Exception {
        start("yes");

        try (var stores = stores("redis.test")
                .trustedCertificates(trusting(authority))
                .clientCertificate(ofClient(), PASSWORD)
                .build()) {
            stores.sessions().check();
        }
        try (var stores =
                stores("redis.test").trustedCertificates(trusting(authority)).build()) {
            // In TLS 1.3 its alert comes after the handshake, and may be lost while the first command is written.
            assertThrows(StoreException.class, stores.sessions()::check);
        }
    }

    @Test
    void whoever_does_not_use_tls_where_the_server_does_is_told() throws Exception {
        start("no");

        try (var stores = stores("redis.test").build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        }
    }

    @Test
    void a_server_that_hangs_in_its_handshake_is_given_up_in_time() throws Exception {
        start("no");
        server.freeze();

        try (var stores = stores("redis.test")
                .trustedCertificates(trusting(authority))
                .callLimit(Duration.ofMillis(500))
                .build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::now);
            assertTrue(failure.getMessage().contains("500 ms"), failure::getMessage);
        } finally {
            server.thaw();
        }
    }
}
