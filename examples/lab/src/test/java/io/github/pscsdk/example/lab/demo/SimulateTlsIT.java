package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** {@code psc-lab simulate --https}. */
class SimulateTlsIT {
    @Test
    void a_client_that_trusts_the_printed_file_gets_in_and_the_file_goes_at_the_end() throws Exception {
        try (var simulation = Simulation.start("--json", "--https")) {
            var printed = simulation.printed();
            var authority = Path.of(printed.json().path("tls").path("ca").asText());

            assertEquals("https", printed.address("issuer").getScheme());
            assertEquals(200, post(printed, authority, new KeyManager[0], secret(printed)));
            assertTrue(printed.json().path("tls").path("clientKeyStore").isMissingNode());

            simulation.interrupt();

            assertFalse(Files.exists(authority), "left behind");
        }
    }

    @Test
    void a_client_certificate_is_then_demanded_and_is_enough() throws Exception {
        try (var simulation = Simulation.start("--json", "--client-certificate")) {
            var printed = simulation.printed();
            var tls = printed.json().path("tls");
            var authority = Path.of(tls.path("ca").asText());
            var keys = keys(
                    Path.of(tls.path("clientKeyStore").asText()),
                    tls.path("clientKeyStorePassword").asText().toCharArray());

            assertEquals(401, post(printed, authority, new KeyManager[0], secret(printed)));
            assertEquals(200, post(printed, authority, keys, ""));
            assertEquals(200, post(printed, authority, keys, secret(printed)));
        }
    }

    @Test
    void the_proxy_and_the_form_trust_the_simulator() throws Exception {
        var settings = settings(List.of());
        try (var servers = DemoServers.start(settings)) {
            var summary = Fixtures.run(servers, Fixtures.threeRows());

            assertEquals(3, summary.accepted());
        }
    }

    @Test
    void a_page_for_people_says_where_the_files_are() throws Exception {
        var own = TestClient.of("own", "Own", "own-secret").demandingCertificate();
        var settings = settings(List.of(own));
        var out = new StringWriter();
        try (var servers = DemoServers.start(settings)) {
            new RunningServersReport(new PrintWriter(out), Fixtures.TEXTS, false).print(servers);

            var files = servers.tls().orElseThrow();
            var store = files.client().orElseThrow();
            for (var part : List.of(files.authority().toString(), store.file().toString(), store.password())) {
                assertTrue(out.toString().contains(part), out::toString);
            }
            assertFalse(files.toString().contains(store.password()));
        }
    }

    private static DemoSettings settings(List<TestClient> clients) {
        return new DemoSettings(
                DemoPorts.FREE,
                Optional.empty(),
                clients,
                Optional.empty(),
                simulator -> simulator.interval(Duration.ofSeconds(1)).https());
    }

    private static String secret(PrintedLine printed) {
        return "&client_secret=" + printed.client("psc-test").path("secret").asText();
    }

    /** The status of a back-channel request. */
    private static int post(PrintedLine printed, Path authority, KeyManager[] keys, String secret) throws Exception {
        var form =
                "scope=openid%20scope_all&acr_values=eidas1&binding_message=42&channel=MOBILE&client_id=psc-test&login_hint="
                        + Personas.PHARMACIST.value() + secret;
        var endpoint = URI.create(printed.address("issuer") + "/protocol/openid-connect/ext/ciba/auth");
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newBuilder()
                .sslContext(context(authority, keys))
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static SSLContext context(Path authority, KeyManager[] keys) throws Exception {
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            known.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] keys(Path file, char[] password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
