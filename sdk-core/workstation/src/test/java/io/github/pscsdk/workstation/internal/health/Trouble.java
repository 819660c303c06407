package io.github.pscsdk.workstation.internal.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PassingTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;

/** Makes each problem of a workstation, with real parts where there are any. */
final class Trouble {
    static final String HOSPITAL = "CN=Martin FICTIVE,O=Hopital Fictif,C=FR";

    // RFC 8446, sections 5.1 and 6: an alert, fatal, protocol_version.
    static final byte[] TOO_OLD = {21, 3, 1, 0, 2, 2, 70};
    /** Of the question to the server half. */
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    private static final Duration DAY = Duration.ofDays(1);
    private static final URI SERVER = URI.create("https://proxy.editeur.example");

    private Trouble() {}

    /** No default: a new problem needs a way to make it. */
    static Diagnosis of(WorkstationProblem problem) throws Exception {
        return switch (problem) {
            case RUNTIME_MODULE_MISSING -> throw new IllegalArgumentException("needs a runtime of its own");
            case JAVA_UNSAFE -> healthy(surgery -> surgery.onJava("17.0.2"));
            case CLOCK_WRONG -> dated(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-45)));
            case NAME_NOT_RESOLVED ->
                HealthCheckFixture.of(SERVER)
                        .wired(client -> client.dns(name -> {
                            throw new UnknownHostException(name);
                        }))
                        .diagnosis();
            case CONNECTION_REFUSED -> HealthCheckFixture.of(closed()).diagnosis();
            case NO_WAY_THROUGH ->
                HealthCheckFixture.of(closed())
                        .wired(client -> client.socketFactory(sockets(() -> {
                            throw new NoRouteToHostException("No route to host");
                        })))
                        .diagnosis();
            case PROXY_NOT_USED ->
                HealthCheckFixture.of(closed())
                        .withEnvironment(Map.of("HTTPS_PROXY", "http://fictive:secret@proxy.cabinet.example:3128"))
                        .diagnosis();
            case PROXY_REFUSES -> behindProxyThatSays(407);
            case PROXY_UNREACHABLE ->
                HealthCheckFixture.of(SERVER)
                        .wired(by("127.0.0.1", closed().getPort()))
                        .diagnosis();
            case PROXY_WANTS_LOGIN -> behindProxyThatSays(407, "Negotiate", "Basic realm=\"cabinet\"");
            case PROXY_LOGIN_NOT_SUPPORTED -> behindProxyThatSays(407, "Negotiate", "NTLM");
            case CAPTIVE_PAGE -> answering("GET /v1/status", 200, "<html><title>Bienvenue");
            case CERTIFICATE_NOT_TRUSTED -> issuedBy(HOSPITAL);
            case CONNECTION_INSPECTED -> issuedBy("CN=Zscaler Intermediate Root CA,O=Zscaler Inc.,C=US");
            case CERTIFICATE_EXPIRED -> {
                var now = Instant.parse("2026-06-01T00:00:00Z");
                yield certified("localhost", now.minus(DAY.multipliedBy(9)), now.minus(DAY), now);
            }
            case CERTIFICATE_OF_ANOTHER_HOST -> {
                var now = Clock.systemUTC().instant();
                yield certified("other.example", now.minus(DAY), now.plus(DAY), now);
            }
            case TLS_TOO_OLD -> at(RawServer.answering(TOO_OLD));
            case CONNECTION_CUT -> at(RawServer.answering());
            case PSC_AS_SERVER_HALF -> uncalled("https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet");
            case OLD_SANDBOX_HOST -> uncalled("https://wallet.bas.esw.esante.gouv.fr");
            case NOT_A_SERVER_HALF -> answering("GET /v1/status", 404, "<html><title>Index</title>");
            case SERVER_FINDING_UNKNOWN ->
                answering("GET /v1/diagnosis", 200, "{\"findings\":[{\"code\":\"NEW-001\",\"severity\":\"WARNING\"}]}");
            case NO_SERVER_DIAGNOSIS -> answering("GET /v1/diagnosis", 503, "");
            case SERVER_HALF_SLOW -> {
                var time = new PassingTime();
                try (var server = RawPeer.hanging()) {
                    yield time.within(
                            PROBE_LIMIT,
                            () -> !server.heads().isEmpty(),
                            HealthCheckFixture.of(server.uri()).at(time.clock())::diagnosis);
                }
            }
        };
    }

    /** The work of a socket before it connects. */
    interface Beginning {
        void begin() throws IOException;
    }

    /** Sockets that do so before they connect. */
    static SocketFactory sockets(Beginning beginning) {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return new Socket() {
                    @Override
                    public void connect(SocketAddress there, int timeout) throws IOException {
                        beginning.begin();
                        super.connect(there, timeout);
                    }
                };
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress here, int from) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress here, int from) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static Diagnosis healthy(UnaryOperator<HealthCheckFixture> change) throws Exception {
        try (var server = new MockServerHalf()) {
            return change.apply(HealthCheckFixture.of(server.address())).diagnosis();
        }
    }

    static Diagnosis answering(String line, int status, String body) throws Exception {
        try (var server = new MockServerHalf()) {
            server.answer(line, status, body);
            return HealthCheckFixture.of(server.address()).diagnosis();
        }
    }

    /** At a server half that says what time it is, seen by that clock. */
    static Diagnosis dated(Clock here) throws Exception {
        try (var server = new MockServerHalf()) {
            server.answer(
                    "GET /v1/status",
                    () -> new MockResponse.Builder()
                            .addHeader(
                                    "Date",
                                    DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(Clock.systemUTC())))
                            .body("{\"environment\":\"SIMULATOR\",\"contract\":\"1.0.0\"}")
                            .build());
            return HealthCheckFixture.of(server.address()).at(here).diagnosis();
        }
    }

    /** @param schemes by which one may log in there */
    static Diagnosis behindProxyThatSays(int status, String... schemes) throws Exception {
        try (var proxy = new MockWebServer()) {
            var answer = new MockResponse.Builder().code(status);
            Arrays.stream(schemes).forEach(scheme -> answer.addHeader("Proxy-Authenticate", scheme));
            proxy.enqueue(answer.build());
            proxy.start(InetAddress.getLoopbackAddress(), 0);
            return HealthCheckFixture.of(SERVER)
                    .wired(by("127.0.0.1", proxy.getPort()))
                    .diagnosis();
        }
    }

    /** By an authority that the workstation does not know. */
    static Diagnosis issuedBy(String authority) throws Exception {
        var now = Clock.systemUTC().instant();
        try (var server = new MockWebServer()) {
            server.useHttps(new Authority(authority, now).server("localhost"));
            server.start(InetAddress.getLoopbackAddress(), 0);
            return HealthCheckFixture.of(https(server)).diagnosis();
        }
    }

    /** By an authority that it does know. */
    static Diagnosis certified(String host, Instant from, Instant until, Instant now) throws Exception {
        var authority = new Authority("CN=Known,O=Known", now);
        try (var server = new MockWebServer()) {
            server.useHttps(authority.server(host, from, until));
            server.start(InetAddress.getLoopbackAddress(), 0);
            return HealthCheckFixture.of(https(server))
                    .at(Clock.fixed(now, ZoneOffset.UTC))
                    .wired(authority::trustedBy)
                    .diagnosis();
        }
    }

    /** Nothing may be looked up, let alone be sent, there. */
    private static Diagnosis uncalled(String address) throws Exception {
        return HealthCheckFixture.of(URI.create(address))
                .wired(client -> client.dns(name -> {
                    throw new AssertionError("asked for " + name);
                }))
                .diagnosis();
    }

    static Diagnosis at(RawServer server) throws Exception {
        try (server) {
            return HealthCheckFixture.of(server.https()).diagnosis();
        }
    }

    static URI closed() throws IOException {
        try (var server = RawServer.answering("nobody".getBytes(US_ASCII))) {
            return server.https();
        }
    }

    static URI https(MockWebServer server) {
        return URI.create("https://localhost:" + server.getPort());
    }

    static UnaryOperator<OkHttpClient.Builder> by(String host, int port) {
        return client -> client.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
    }
}
