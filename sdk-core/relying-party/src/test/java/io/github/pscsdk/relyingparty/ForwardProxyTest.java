package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.httpclient.internal.ProxyLogin;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.peer.Squid;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Pro Santé Connect that can be reached through an HTTP proxy alone. */
class ForwardProxyTest {
    private final MockWebServer psc = new MockWebServer();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName(Squid.HOST).build();

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws Exception {
        psc.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        psc.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        psc.close();
    }

    @Test
    void all_calls_go_through_it_and_nobody_else_learns_the_password() throws Exception {
        psc.enqueue(new MockResponse.Builder().code(503).build());
        try (var squid = Squid.in(folder);
                var party = through(proxy(squid).withLogin(Squid.NAME, Squid.PASSWORD))) {
            party.warmUp().toCompletableFuture().join();

            Await.until(
                    "squid saw a connection of that name end", () -> squid.log().contains(" " + Squid.NAME + " "));
        }
        assertFalse(psc.takeRequest().getHeaders().toString().contains("roxy-Auth"));
    }

    @Test
    void a_password_that_is_wrong_is_not_repeated() throws Exception {
        try (var squid = Squid.in(folder);
                var party = through(proxy(squid).withLogin(Squid.NAME, "faux-4711"))) {
            var failure = assertThrows(PscException.class, () -> RelyingParty.await(() -> party.beginBrowserLogin()));

            assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
            assertEquals(
                    "Basic",
                    assertInstanceOf(ProxyLogin.UnmetException.class, failure.getCause())
                            .schemes());
            assertFalse((failure + " " + failure.getCause()).contains("4711"));
            assertTrue(failure.getMessage().endsWith("the HTTP proxy wants a name and a password, or refuses them"));
        }
        assertEquals(0, psc.getRequestCount());
    }

    @Test
    void a_proxy_that_opens_no_way_is_told_of() throws Exception {
        try (var squid = Squid.in(folder);
                var party = through(proxy(squid).withLogin(Squid.NAME, Squid.PASSWORD), ReservedPort.next())) {
            var failure = assertThrows(PscException.class, () -> RelyingParty.await(() -> party.beginBrowserLogin()));

            assertTrue(failure.getMessage().endsWith("the HTTP proxy opens no way to the host"), failure::getMessage);
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_told_by_its_address() throws Exception {
        var port = ReservedPort.next();
        try (var party = through(ForwardProxy.ofJava().withAddress("127.0.0.1", port))) {
            var failure = assertThrows(PscException.class, () -> RelyingParty.await(() -> party.beginBrowserLogin()));

            assertTrue(failure.getMessage().endsWith("connection refused by 127.0.0.1:" + port), failure::getMessage);
        }
    }

    private static ForwardProxy proxy(Squid squid) {
        return ForwardProxy.ofJava().withAddress("127.0.0.1", squid.port);
    }

    private RelyingParty through(ForwardProxy proxy) throws Exception {
        return through(proxy, psc.getPort());
    }

    private RelyingParty through(ForwardProxy proxy, int portOfPsc) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("psc", certificate.certificate());
        var issuer = URI.create("https://" + Squid.HOST + ":" + portOfPsc);
        return RelyingParty.builder(PscEnvironment.custom(issuer, issuer.resolve("/auth")))
                .client("practice", ClientAuthentication.clientSecretBasic("s3cret"))
                .redirectUri(URI.create("https://practice.example/callback"))
                .trustedCertificates(trusted)
                .forwardProxy(proxy)
                .build();
    }
}
