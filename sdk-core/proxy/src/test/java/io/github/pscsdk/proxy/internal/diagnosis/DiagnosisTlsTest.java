package io.github.pscsdk.proxy.internal.diagnosis;

import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.CLIENT;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.SECRET;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.diagnose;
import static io.github.pscsdk.proxy.internal.diagnosis.DiagnosisRun.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.peer.Squid;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates, ours and PSC's, on real connections. */
class DiagnosisTlsTest {
    private static final String CERTIFIED = "editeur-mtls";
    private static final String LOOPBACK = "127.0.0.1";

    // One for all tests: its keys are dear.
    @AutoClose
    private static PscSimulator simulator;

    private static KeyStore keys;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        simulator = PscSimulator.builder()
                .https()
                .client(SimulatedClient.withCertificate(CERTIFIED))
                .client(SimulatedClient.withSecret(CLIENT, SECRET).demandingCertificate())
                .start();
        keys = simulator.clientKeyStore(CERTIFIED);
    }

    /** Of one test: on a busy machine the first begins long before the last, whose clock would be late. */
    private final VirtualClock clock =
            VirtualClock.standingAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    private ProxyServerBuilder atSimulator() {
        return ProxyServer.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                .clock(clock);
    }

    private ProxyServerBuilder certified() {
        return certified(atSimulator().trustedCertificates(simulator.trustStore()));
    }

    private static ProxyServerBuilder certified(ProxyServerBuilder proxy) {
        return proxy.client(CERTIFIED, ClientAuthentication.tlsClientAuth(keys, simulator.keyStorePassword()));
    }

    private static ProxyServerBuilder secret(ProxyServerBuilder proxy) {
        return proxy.client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET));
    }

    @Test
    void a_client_with_a_certificate_in_order_finds_nothing_but_its_end() throws Exception {
        var days = Long.toString(Duration.between(clock.instant(), end()).toDays());

        assertEquals(
                List.of(finding(ServerProblem.CLIENT_CERTIFICATE_EXPIRING, Severity.WARNING, Map.of("days", days))),
                diagnose(certified()));
    }

    @ParameterizedTest
    @CsvSource({
        "-61, ",
        "-60, SRV-002",
        "-15, SRV-002",
        "-14, SRV-003",
        "-12, SRV-003",
        "0, SRV-003",
        "1, SRV-001",
        "40, SRV-001"
    })
    void the_certificate_s_end_is_told_in_days(int daysAfterTheEnd, String code) throws Exception {
        // One second before a day is full: so many whole days are left, or gone.
        var then = end().plus(Duration.ofDays(daysAfterTheEnd)).minusSeconds(1).toInstant();

        var told = diagnose(certified().clock(VirtualClock.standingAt(then))).stream()
                .filter(finding -> finding.facts().containsKey("days"))
                .toList();

        if (code == null) {
            assertEquals(List.of(), told);
        } else {
            assertEquals(code, told.get(0).problem().code());
            var problem = ServerProblem.ofCode(code).orElseThrow();
            var isOver = problem == ServerProblem.CLIENT_CERTIFICATE_EXPIRED;
            var days = Integer.toString(isOver ? daysAfterTheEnd - 1 : -daysAfterTheEnd);
            assertEquals(
                    List.of(finding(problem, isOver ? Severity.BLOCKING : Severity.WARNING, Map.of("days", days))),
                    told);
        }
    }

    private ZonedDateTime end() throws Exception {
        var alias = Collections.list(keys.aliases()).get(0);
        var certificate = (X509Certificate) keys.getCertificate(alias);
        return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC);
    }

    @Test
    void an_unknown_authority_is_not_trusted() throws Exception {
        assertEquals(
                List.of(finding(ServerProblem.PSC_NOT_TRUSTED, Severity.BLOCKING, Map.of("host", LOOPBACK))),
                diagnose(secret(atSimulator())));
    }

    @Test
    void a_certificate_of_another_host_is_not_trusted() throws Exception {
        var elsewhere = new HeldCertificate.Builder()
                .addSubjectAlternativeName("elsewhere.example.test")
                .build();
        try (var server = server(elsewhere, elsewhere)) {
            var findings = diagnose(secret(atServer(LOOPBACK, server.getPort(), elsewhere)));

            assertEquals(ServerProblem.PSC_NOT_TRUSTED, findings.get(0).problem());
        }
    }

    @Test
    void a_certificate_that_psc_does_not_know_is_refused_by_the_handshake() throws Exception {
        var psc = loopback();
        try (var server = server(psc, psc)) {
            server.requireClientAuth();
            assertEquals(
                    finding(ServerProblem.CLIENT_CERTIFICATE_REFUSED, Severity.BLOCKING, Map.of("host", LOOPBACK)),
                    diagnose(certified(atServer(LOOPBACK, server.getPort(), psc)))
                            .get(1));
        }
    }

    @Test
    void a_certificate_is_demanded_of_a_client_that_has_none() throws Exception {
        var psc = loopback();
        try (var server = server(psc, psc)) {
            server.requireClientAuth();
            assertEquals(
                    List.of(finding(
                            ServerProblem.CLIENT_CERTIFICATE_DEMANDED, Severity.BLOCKING, Map.of("host", LOOPBACK))),
                    diagnose(secret(atServer(LOOPBACK, server.getPort(), psc))));
        }
    }

    @Test
    void what_listens_there_does_not_speak_tls() throws Exception {
        try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> answerInPlainText(plain), "plain");
            server.setDaemon(true);
            server.start();
            assertEquals(
                    List.of(finding(ServerProblem.TLS_NOT_AGREED, Severity.BLOCKING, Map.of("host", LOOPBACK))),
                    diagnose(secret(atServer(LOOPBACK, plain.getLocalPort(), loopback()))));
        }
    }

    /** Not a web server of a library: one may take a handshake, which is random, for the beginning of a request, and wait for more. */
    private static void answerInPlainText(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (var client = plain.accept()) {
                client.getInputStream().read(new byte[4_096]);
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The client went away, or the test is over.
                continue;
            }
        }
    }

    @Test
    void a_secret_alone_is_refused_where_psc_wants_the_certificate_too() throws Exception {
        var findings = diagnose(secret(atSimulator().trustedCertificates(simulator.trustStore())));

        assertTrue(findings.stream().allMatch(f -> f.problem() == LoginProblem.CLIENT_REJECTED));
        assertEquals(1, findings.size());
    }

    @Test
    void behind_an_http_proxy_nothing_is_looked_up_here() throws Exception {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(Squid.HOST)
                .build();
        try (var server = server(certificate, certificate);
                var squid = Squid.in(folder)) {
            for (var i = 0; i < 10; i++) {
                server.enqueue(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
            }
            var proxy = secret(atServer(Squid.HOST, server.getPort(), certificate))
                    .forwardProxy(ForwardProxy.ofJava()
                            .withAddress(LOOPBACK, squid.port)
                            .withLogin(Squid.NAME, Squid.PASSWORD));

            var problems = diagnose(proxy).stream().map(Diagnostic::problem).toList();

            assertTrue(problems.contains(LoginProblem.PSC_UNAVAILABLE), problems::toString);
            assertFalse(problems.contains(ServerProblem.HOST_NOT_RESOLVED), problems::toString);
        }
    }

    private static HeldCertificate loopback() {
        return new HeldCertificate.Builder().addSubjectAlternativeName(LOOPBACK).build();
    }

    private static MockWebServer server(HeldCertificate own, HeldCertificate trusted) throws Exception {
        var server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(trusted.certificate())
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private ProxyServerBuilder atServer(String host, int port, HeldCertificate trusted) throws Exception {
        var base = "https://" + host + ":" + port;
        var authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("psc", trusted.certificate());
        return ProxyServer.builder(PscEnvironment.custom(URI.create(base + "/realm"), URI.create(base + "/wallet")))
                .clock(clock)
                .trustedCertificates(authorities);
    }
}
