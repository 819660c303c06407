package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ANS's published example of a Proxy e-Santé at work with the simulator: somebody's own build, which the property {@code ans.proxy.jar}
 * names. The profile {@code by-path} runs this, and nothing else does.
 */
@Tag("by-path")
class AnsProxyTest {
    private static final String JAR = System.getProperty("ans.proxy.jar", "");
    private static final String JAVA = System.getProperty("ans.proxy.java", "java");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final char[] PASSWORD = "fictitious".toCharArray();
    private static final String WITH_SECRET = "lps-secret";
    private static final String WITH_CERTIFICATE = "lps-certificat";

    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret(WITH_SECRET, "secret"))
            .client(SimulatedClient.withCertificate(WITH_CERTIFICATE))
            .interval(Duration.ofSeconds(1))
            .https()
            .start();
    private final HttpClient software =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private HttpsServer backend;
    private KeyStore backendKeys;
    private Process proxy;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        var isThere = !JAR.isEmpty() && Files.isReadable(Path.of(JAR));
        if (!isThere) {
            System.err.println(
                    "SKIPPED AnsProxyTest: give the path of your own build of ANS's example with"
                            + " -Dans.proxy.jar=psc-esante-proxy-example.jar, and of a Java 21 with -Dans.proxy.java=/path/to/bin/java");
        }
        Assumptions.assumeTrue(isThere, "needs -Dans.proxy.jar=<path of ANS's example>");
        backend = backend();
        address = URI.create("http://127.0.0.1:" + ReservedPort.next());
        var trusted = simulator.trustStore();
        trusted.setCertificateEntry("backend", backendKeys.getCertificate("backend"));
        store(trusted, "trust.p12");
        copyClientKey();
        Files.writeString(folder.resolve("application.yml"), settings());
        proxy = new ProcessBuilder(
                        JAVA,
                        "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
                        "-Djavax.net.ssl.trustStorePassword=" + new String(PASSWORD),
                        "-Dspring.config.location=" + folder.resolve("application.yml"),
                        "-jar",
                        JAR)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.txt").toFile())
                .start();
        awaitStart();
    }

    @AfterEach
    void stop() throws Exception {
        if (proxy != null) {
            proxy.destroy();
            Await.exit("the proxy has stopped", proxy);
        }
        if (backend != null) {
            backend.stop(0);
        }
        simulator.close();
    }

    private void store(KeyStore store, String file) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve(file))) {
            store.store(out, PASSWORD);
        }
    }

    private void copyClientKey() throws Exception {
        var from = simulator.clientKeyStore(WITH_CERTIFICATE);
        var alias = from.aliases().nextElement();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                alias, from.getKey(alias, simulator.keyStorePassword()), PASSWORD, from.getCertificateChain(alias));
        store(store, "client.p12");
    }

    /** The proxy speaks TLS alone to backends. */
    private HttpsServer backend() throws Exception {
        var keys = folder.resolve("backend.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "backend",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertEquals(0, Await.exit("keytool has made a key", keytool));
        backendKeys = KeyStore.getInstance(keys.toFile(), PASSWORD);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(backendKeys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
            var body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private String settings() {
        return """
                server:
                  port: %1$d
                  address: 127.0.0.1
                spring:
                  session:
                    timeout: 14400
                  cloud:
                    gateway:
                      routes:
                        - id: backend
                          uri: https://127.0.0.1:%2$d/
                          predicates:
                          - Path=/send/backend/{endpoint}
                          filters:
                          - SetPath=/{endpoint}
                          metadata:
                            token-exchange-endpoint: %3$s
                psc:
                  discoveryURL: %4$s/.well-known/wallet-openid-configuration
                  clients:
                    %5$s:
                      type: SECRET
                      secret: secret
                    %6$s:
                      type: MTLS
                      secret: %7$s
                      file: %8$s
                """.formatted(
                        address.getPort(),
                        backend.getAddress().getPort(),
                        simulator.apiTokenEndpoint(),
                        simulator.issuer(),
                        WITH_SECRET,
                        WITH_CERTIFICATE,
                        new String(PASSWORD),
                        folder.resolve("client.p12"));
    }

    private void awaitStart() {
        Await.until("the proxy answers", () -> {
            try {
                call("DELETE", "/disconnect", "");
                return true;
            } catch (IOException e) {
                assertTrue(proxy.isAlive(), this::log);
                return false;
            }
        });
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("proxy.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Answer call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return new Answer(software.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private Answer connect(String client) throws Exception {
        return call(
                "POST",
                "/connect",
                "{\"nationalId\":\"" + Personas.PHARMACIST.value() + "\",\"bindingMessage\":\"42\",\"clientId\":\""
                        + client + "\",\"channel\":\"MOBILE\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_SECRET, WITH_CERTIFICATE})
    void connects_sends_and_disconnects(String client) throws Exception {
        var connected = connect(client);

        assertEquals(200, connected.status(), () -> connected.response().body() + log());
        assertTrue(!connected.text("session_state").isEmpty(), connected.response()::body);
        assertEquals(
                "/declarations",
                call("GET", "/send/backend/declarations", "").response().body(),
                this::log);
        var claims = JsonMapper.builder()
                .build()
                .readTree(
                        Base64.getUrlDecoder().decode(List.copyOf(tokens).get(0).split("\\.")[1]));
        assertEquals(client, claims.get("azp").asText());
        assertEquals(client.equals(WITH_CERTIFICATE), claims.has("cnf"));
        assertEquals(200, call("DELETE", "/disconnect", "").status(), this::log);
        assertEquals(1, simulator.count(Endpoint.LOGOUT));
        assertEquals(0, simulator.count(Endpoint.UNKNOWN));
    }

    @Test
    void without_a_refresh_token_of_the_api_it_cannot_log_in() throws Exception {
        simulator.turn("api-response", "RFC_8693");

        assertEquals(500, connect(WITH_SECRET).status(), this::log);
    }
}
