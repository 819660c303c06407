package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.testkit.peer.Squid;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend that can be reached through an HTTP proxy alone. */
class ForwardProxyTest {
    @TempDir
    private Path folder;

    @Test
    void a_backend_is_reached_through_it_and_does_not_learn_the_password() throws Exception {
        assertEquals(200, statusOf(Squid.PASSWORD));
    }

    @Test
    void with_a_wrong_password_the_backend_is_away() throws Exception {
        try (var log = new LogRecorder()) {
            assertEquals(502, statusOf("faux-4711"));

            assertTrue(
                    log.lines().stream().anyMatch(line -> line.contains("backend failure 502: the HTTP proxy")),
                    () -> log.lines().toString());
        }
    }

    private int statusOf(String password) throws Exception {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var certificate = TlsBackend.selfSigned(keys);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("backend", certificate);
        try (var squid = Squid.in(folder);
                var backend = EchoBackend.overTls(TlsBackend.context(keys, certificate, trusted));
                var bench = Bench.start(builder -> builder.trustedCertificates(trusted)
                        .forwardProxy(ForwardProxy.ofJava()
                                .withAddress("127.0.0.1", squid.port)
                                .withLogin(Squid.NAME, password))
                        .backend("outside", elsewhere(backend)))) {
            // At this machine, where nobody asks the proxy.
            var caller = bench.loggedIn();
            assertEquals(200, caller.get("/send/form/a").status());
            assertFalse(squid.log().contains("CONNECT"), squid.log());

            var answer = caller.get("/send/outside/a");

            Await.until("squid saw a connection end", () -> squid.log().contains("CONNECT " + Squid.HOST));
            assertFalse(backend.received().toString().contains("roxy-auth"));
            return answer.status();
        }
    }

    private static URI elsewhere(EchoBackend backend) {
        return URI.create("https://" + Squid.HOST + ":" + backend.address().getPort());
    }
}
