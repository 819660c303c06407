package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.testkit.peer.Squid;
import io.github.pscsdk.testkit.support.ProcessResult;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.workstation.internal.health.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server half that can be reached through the proxy of a clinic alone, under a name that nobody else knows, with a certificate of an authority of its own. */
class ClinicNetworkTest {
    private static final LoginRequest BY_PHONE = LoginRequest.using("phone");

    @TempDir
    private Path folder;

    private Authority vendor;
    private Path vendorPem;

    @AutoClose
    private MockServerHalf server;

    private URI address;

    @BeforeEach
    void serve() throws Exception {
        vendor = new Authority("CN=Editeur,O=Editeur", Clock.systemUTC().instant());
        vendorPem = vendor.write(folder.resolve("vendor.pem"), false);
        var certificate = vendor.server(Squid.HOST);
        server = new MockServerHalf(InetAddress.getLoopbackAddress(), web -> web.useHttps(certificate));
        server.answer("GET /badge", 200, "");
        address = URI.create("https://" + Squid.HOST + ":" + server.address().getPort());
    }

    @Test
    void a_login_works_through_a_proxy_that_wants_a_name_and_a_password() throws Exception {
        try (var squid = Squid.in(folder);
                var client = client(loggedIn(squid, Squid.PASSWORD))) {
            assertTrue(client.login(BY_PHONE).isActive());
            assertEquals(List.of(), found(client));

            var log = squid.log();
            assertTrue(log.contains("CONNECT " + Squid.HOST), log);
            assertTrue(log.contains(" " + Squid.NAME + " "), log);
            assertFalse(server.seen("").toString().contains("roxy-Auth"), "the server half learns nothing of it");
        }
    }

    @Test
    void a_server_half_that_asks_for_the_proxy_s_password_does_not_get_it() throws Exception {
        server.answer(
                "POST /v1/logins",
                () -> new MockResponse.Builder()
                        .code(407)
                        .addHeader("Proxy-Authenticate", "Basic")
                        .build());
        try (var squid = Squid.in(folder);
                var client = client(loggedIn(squid, Squid.PASSWORD))) {
            assertSame(LoginProblem.SERVER_HALF_ANSWER_INVALID, problemOf(() -> client.login(BY_PHONE)));

            assertEquals(1, server.seen("POST /v1/logins").size());
            assertFalse(server.seen("").toString().contains("roxy-Auth"), "nobody but the proxy learns of it");
        }
    }

    @Test
    void a_proxy_s_password_that_lacks_or_is_wrong_is_told_and_not_repeated() throws Exception {
        var told = new ArrayList<String>();
        try (var squid = Squid.in(folder)) {
            for (var network : List.of(through(squid), loggedIn(squid, "faux-4711"))) {
                try (var client = client(network)) {
                    var failure = assertThrows(PscException.class, () -> client.login(BY_PHONE));
                    assertSame(WorkstationProblem.PROXY_WANTS_LOGIN, failure.problem());
                    assertEquals("Basic", failure.facts().get("schemes"));
                    told.add(failure + " " + failure.getCause());
                    var findings = client.diagnose().findings();
                    assertEquals(
                            List.of(WorkstationProblem.PROXY_WANTS_LOGIN),
                            findings.stream().map(Diagnostic::problem).toList());
                    assertEquals("Basic", findings.get(0).facts().get("schemes"));
                    told.add(findings.toString());
                }
            }
        }
        assertFalse(told.toString().contains("4711"), told::toString);
        assertEquals(List.of(), server.seen(""));
    }

    @Test
    void a_clinic_that_looks_into_connections_is_trusted_by_its_own_file() throws Exception {
        var clinic = new Authority(
                "CN=Pare-feu,O=Clinique Fictive", Clock.systemUTC().instant());
        var clinicPem = clinic.write(folder.resolve("clinic.pem"), false);
        try (var squid = Squid.lookingInto(folder, clinic.write(folder.resolve("clinic-key.pem"), true))) {
            var network = loggedIn(squid, Squid.PASSWORD);
            try (var client = client(network)) {
                assertSame(WorkstationProblem.CERTIFICATE_NOT_TRUSTED, problemOf(() -> client.login(BY_PHONE)));
                assertEquals(List.of(WorkstationProblem.CERTIFICATE_NOT_TRUSTED), found(client));
                assertEquals(
                        "Clinique Fictive",
                        client.diagnose().findings().get(0).facts().get("issuer"));
            }
            try (var client = client(network.withAuthorities(clinicPem))) {
                assertTrue(client.login(BY_PHONE).isActive());
            }
        }
    }

    /** Without a proxy: somebody on the way, or the server half itself, shows certificates of that authority. */
    @ParameterizedTest
    @CsvSource({
        "'CN=Zscaler Intermediate Root CA,O=Zscaler Inc.', -1, 9, CONNECTION_INSPECTED",
        "'CN=Pare-feu,O=Clinique Fictive', -1, 9, CERTIFICATE_NOT_TRUSTED",
        "'CN=Pare-feu,O=Clinique Fictive', -9, -1, CERTIFICATE_EXPIRED",
        "'CN=Pare-feu,O=Clinique Fictive', 1, 9, CLOCK_WRONG"
    })
    void a_login_tells_of_certificates_what_the_doctor_finds(
            String issuer, long from, long until, WorkstationProblem problem) throws Exception {
        var now = Clock.systemUTC().instant();
        var certificate = new Authority(issuer, now)
                .server("localhost", now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(until)));
        try (var other = new MockServerHalf(InetAddress.getLoopbackAddress(), web -> web.useHttps(certificate))) {
            address = URI.create("https://localhost:" + other.address().getPort());
            try (var client = client(NetworkSettings.ofSystem())) {
                var failure = assertThrows(PscException.class, () -> client.login(BY_PHONE));
                var finding = client.diagnose().findings().get(0);

                assertSame(problem, failure.problem());
                assertSame(problem, finding.problem());
                if (problem != WorkstationProblem.CLOCK_WRONG) {
                    assertEquals(finding.facts(), failure.facts());
                }
            }
        }
    }

    @Test
    void a_proxy_that_offers_no_scheme_of_ours_is_told_by_what_it_offers() throws Exception {
        try (var squid = Squid.in(folder, "negotiate");
                var client = client(loggedIn(squid, Squid.PASSWORD))) {
            assertEquals(List.of(WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED), found(client));
            assertEquals(
                    "Negotiate", client.diagnose().findings().get(0).facts().get("schemes"));
        }
    }

    @Test
    void a_server_half_and_a_proxy_may_have_addresses_of_ipv6() throws Exception {
        var here = InetAddress.getByName("::1");
        try (var other = new MockServerHalf(here, web -> {})) {
            address = URI.create("http://[::1]:" + other.address().getPort());
            try (var client = client(to("proxy.clinique.example", 3128))) {
                assertTrue(client.login(BY_PHONE).isActive());
            }
        }
        address = URI.create("https://" + Squid.HOST);
        try (var client = client(to("[::1]", 1))) {
            var finding = client.diagnose().findings().get(0);
            assertSame(WorkstationProblem.PROXY_UNREACHABLE, finding.problem());
            assertEquals("[::1]:1", finding.facts().get("proxy"));
        }
    }

    @Test
    void java_s_own_settings_lead_through_it_too_and_plug_ins_go_the_same_way() throws Exception {
        try (var squid = Squid.in(folder)) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var program = new ProcessBuilder(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dhttps.proxyHost=127.0.0.1",
                    "-Dhttps.proxyPort=" + squid.port,
                    "-Djdk.http.auth.tunneling.disabledSchemes=",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Workstation.class.getName(),
                    address.toString(),
                    vendorPem.toString());

            var ended = ProcessResult.of("somebody has logged in behind the proxy", program.redirectErrorStream(true));

            assertTrue(ended.output().contains("the plug-in was answered 200"), ended::output);
            assertTrue(ended.output().contains("logged in: true"), ended::output);
            assertTrue(server.seen("GET /badge")
                    .get(0)
                    .header("Proxy-Authorization")
                    .isEmpty());
        }
    }

    /** Runs in a JVM of its own, with its settings. */
    static final class Workstation {
        private Workstation() {}

        public static void main(String[] arguments) throws Exception {
            var network = NetworkSettings.ofSystem()
                    .withProxy(ForwardProxy.ofJava().withLogin(Squid.NAME, Squid.PASSWORD))
                    .withAuthorities(Path.of(arguments[1]));
            var address = URI.create(arguments[0]);
            try (var client = Fakes.builder(address)
                    .network(network)
                    .authenticator(new Asking(address.resolve("/badge")))
                    .build()) {
                System.out.println("logged in: "
                        + client.login(LoginRequest.using("asking")).isActive());
            }
        }
    }

    /** An authenticator that asks a service of its own first, as one with badges does. */
    private static final class Asking implements Authenticator {
        private final URI service;
        private AuthenticatorServices services;

        Asking(URI service) {
            this.service = service;
        }

        @Override
        public AuthenticatorDescriptor descriptor() {
            return AuthenticatorDescriptor.of("asking", WayIn.BACKCHANNEL, "Essai", "Test");
        }

        @Override
        public void start(AuthenticatorServices own) {
            services = own;
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            try {
                var answer = services.httpClient()
                        .send(HttpRequest.newBuilder(service).build(), BodyHandlers.discarding());
                System.out.println("the plug-in was answered " + answer.statusCode());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return context.backchannel(Fakes.onPhone());
        }
    }

    private NetworkSettings through(Squid squid) {
        return to("127.0.0.1", squid.port).withAuthorities(vendorPem);
    }

    private NetworkSettings loggedIn(Squid squid, String password) {
        var network = through(squid);
        return network.withProxy(network.proxy().withLogin(Squid.NAME, password));
    }

    private static NetworkSettings to(String host, int port) {
        return NetworkSettings.ofSystem().withProxy(ForwardProxy.ofJava().withAddress(host, port));
    }

    private PscClient client(NetworkSettings network) {
        return Fakes.builder(address)
                .authenticator(Fakes.phone("phone"))
                .network(network)
                // No limit is over before an answer is there.
                .clock(VirtualClock.standingAt(Clock.systemUTC().instant()))
                .build();
    }

    private static List<Problem> found(PscClient client) throws InterruptedException {
        return client.diagnose().findings().stream().map(Diagnostic::problem).toList();
    }
}
