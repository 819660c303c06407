package io.github.pscsdk.proxytools.internal.conformity;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.proxy.Bench;
import io.github.pscsdk.proxy.PollPace;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.proxy.internal.server.WebServer;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;

/** A vendor who has done everything: a proxy run by the very file that is read, at a simulator, with TLS and a backend. */
final class Vendor implements AutoCloseable {
    static final String CLIENT = "editeur-demo";
    static final String WHO = "899999100029";
    static final String TOKEN = "application-token-of-the-operator";
    private static final String CONFIGURATION = """
            {
              "bind": { "address": "127.0.0.1", "port": 0 },
              "publicBaseUri": "%s",
              "environment": { "name": "custom", "issuer": "%s", "authorizationEndpoint": "%s" },
              "clients": [
                { "id": "editeur-demo", "method": "mtls", "keyStore": "client.p12", "password": { "value": "%s" } }
              ],
              "backends": [
                { "name": "open", "baseUri": "%s" },
                { "name": "form", "baseUri": "%5$s", "tokenExchange": { "tokenEndpoint": "%s", "client": { "method": "certificate_of_psc" } } }
              ],
              "applications": [ { "name": "operator", "sha256": "%s", "operator": true } ],
              "conformityMode": false,
              "limits": { "perCaller": 10000, "perNationalId": 10000, "window": "PT10M" },
              "trustStore": { "file": "authorities.p12", "password": { "value": "%4$s" } },
              "trustedReverseProxies": ["127.0.0.1"],
              "traces": { "directory": "traces", "retention": "P184D" }
            }
            """;

    private static final String FRONT = "front";

    final VirtualClock clock = VirtualClock.running(Clock.systemUTC());
    final PscSimulator simulator;
    final TlsFront front;
    final ProxyServer proxy;
    final Path configuration;
    final Path tokenFile;
    final Path authorities;
    private final HttpServer backend;
    private final HttpClient http = HttpClient.newHttpClient();

    Vendor(Path folder) throws Exception {
        simulator = PscSimulator.builder()
                .https()
                .clock(clock)
                .interval(PollPace.INTERVAL)
                .client(SimulatedClient.withCertificate(CLIENT))
                .client(SimulatedClient.withCertificate(FRONT))
                .start();
        front = TlsFront.start(
                store(simulator.clientKeyStore(FRONT), folder.resolve("front.p12")), simulator.keyStorePassword());
        simulator.register(SimulatedClient.withCertificate(CLIENT).withRedirectUri(redirectUri()));
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        backend.start();
        store(simulator.clientKeyStore(CLIENT), folder.resolve("client.p12"));
        store(simulator.trustStore(), folder.resolve("authorities.p12"));
        authorities = Files.writeString(folder.resolve("authorities.pem"), pem(simulator.trustStore()));
        tokenFile = Files.writeString(folder.resolve("token"), TOKEN);
        configuration = Files.writeString(
                folder.resolve("proxy.json"),
                CONFIGURATION.formatted(
                        front.right(),
                        simulator.issuer(),
                        simulator.authorizationEndpoint(),
                        new String(simulator.keyStorePassword()),
                        "http://127.0.0.1:" + backend.getAddress().getPort(),
                        simulator.apiTokenEndpoint(),
                        ProxyServerBuilder.sha256Of(TOKEN)));
        proxy = Bench.start(at(clock, ConfigurationReader.read(configuration, System.getenv())));
    }

    private static ProxyConfiguration at(Clock clock, ProxyConfiguration read) {
        return new ProxyConfiguration(
                read.environment(),
                read.acrPolicy(),
                read.address(),
                read.publicBaseUri(),
                read.clients(),
                read.backends(),
                read.applications(),
                read.conformityMode(),
                read.limits(),
                read.traffic(),
                read.operation(),
                read.trustedCertificates(),
                read.forwardProxy(),
                read.trustedReverseProxies(),
                read.traces(),
                read.stores(),
                read.browserLoginOptions(),
                read.clientProbe(),
                clock);
    }

    /** As the configuration has it. */
    URI redirectUri() {
        return WebServer.redirectUri(front.right());
    }

    private Path store(KeyStore store, Path file) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, simulator.keyStorePassword());
        }
        return file;
    }

    private static String pem(KeyStore store) throws Exception {
        var certificate = store.getCertificate(store.aliases().nextElement()).getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A day at the practice: a login, a call, a logout. What the proxy answers to {@code /traces} afterwards. */
    String aDayOfTraces() throws IOException, InterruptedException {
        var login = call("POST", "/connect", "", """
                {"nationalId":"%s","bindingMessage":"73","clientId":"%s","channel":"MOBILE"}
                """.formatted(WHO, CLIENT));
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        call("GET", "/send/open/ping", cookie, "");
        call("DELETE", "/disconnect", cookie, "");
        return call("GET", "/traces?start=2020-01-01T00:00:00Z", "", "").body();
    }

    private HttpResponse<String> call(String method, String path, String cookie, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(proxy.address().resolve(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        proxy.close();
        backend.stop(0);
        simulator.close();
        front.close();
    }
}
