package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.configuration.NamedFiles;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the configuration names are replaced while the proxy runs. */
class ReloadTest {
    private static final String BY_SECRET = "editeur-au-secret";
    private static final String SECRET = "secret-of-the-files";
    private static final String API_SECRET = "secret-for-the-api";
    private static final String BY_CERTIFICATE = "editeur-au-certificat";
    private static final String NEXT_CERTIFICATE = "editeur-au-certificat-suivant";

    private static final String CONFIGURATION = """
            {
              "environment": { "name": "custom", "issuer": "%s", "authorizationEndpoint": "%s" },
              "clients": [
                { "id": "editeur-au-secret", "method": "secret_post", "secret": { "file": "client.secret" } },
                { "id": "editeur-au-certificat", "method": "mtls", "keyStore": "client.p12", "password": { "file": "client.password" } }
              ],
              "backends": [
                { "name": "open", "baseUri": "%s" },
                { "name": "form", "baseUri": "%3$s", "tokenExchange": { "tokenEndpoint": "%5$s",
                  "client": { "id": "editeur-a-l-api", "method": "secret_post", "secret": { "file": "api.secret" } } } }
              ],
              "applications": [ { "name": "one", "sha256": "%4$s" } ],
              "limits": { "perCaller": 10000, "perNationalId": 10000 },
              "trustStore": { "file": "trust.p12", "password": { "file": "client.password" } },
              "operation": { "reloadEvery": "PT0.1S" }
            }
            """;

    @TempDir
    private Path folder;

    @AutoClose
    private static PscSimulator simulator;

    @AutoClose
    private static TlsBackend backend;

    @BeforeAll
    static void startPeers() throws Exception {
        simulator = PscSimulator.builder()
                .https()
                .interval(Duration.ofSeconds(1))
                .client(SimulatedClient.withSecret(BY_SECRET, SECRET))
                .client(SimulatedClient.withCertificate(BY_CERTIFICATE))
                .client(SimulatedClient.withCertificate(NEXT_CERTIFICATE))
                .client(SimulatedClient.withSecret("editeur-a-l-api", API_SECRET))
                .start();
        backend = new TlsBackend(simulator.trustStore());
    }

    private void write(String file, String text) throws Exception {
        replace(file, Files.writeString(folder.resolve(file + ".next"), text));
    }

    private void write(String file, KeyStore store) throws Exception {
        var next = folder.resolve(file + ".next");
        try (var out = Files.newOutputStream(next)) {
            store.store(out, simulator.keyStorePassword());
        }
        replace(file, next);
    }

    /** At once, so that nobody reads half of it. */
    private void replace(String file, Path next) throws Exception {
        Files.move(next, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private KeyStore trust() throws Exception {
        var trusted = simulator.trustStore();
        trusted.setCertificateEntry("backend", backend.certificate());
        return trusted;
    }

    private ProxyServer start() throws Exception {
        write("client.password", new String(simulator.keyStorePassword()));
        write("client.secret", SECRET);
        write("api.secret", API_SECRET);
        write("client.p12", simulator.clientKeyStore(BY_CERTIFICATE));
        write("trust.p12", trust());
        return started();
    }

    private ProxyServer started() throws Exception {
        write(
                "proxy.json",
                CONFIGURATION.formatted(
                        simulator.issuer(),
                        simulator.authorizationEndpoint(),
                        backend.address(),
                        ProxyServerBuilder.sha256Of(Bench.TOKEN),
                        simulator.apiTokenEndpoint()));
        return ProxyServer.start(new NamedFiles(folder.resolve("proxy.json"), Map.of()));
    }

    private static ProxyCalls calls(ProxyServer proxy) {
        return ProxyCalls.to(proxy.address()).withToken(Bench.TOKEN);
    }

    /** How Pro Santé Connect takes the beginning of a login: 201 if it does. */
    private static int begin(ProxyServer proxy, String client) throws Exception {
        var body = ConnectBody.of(Bench.PHARMACIST, client).with("wayIn", "BACKCHANNEL");
        var begun = calls(proxy).call("POST", "/v1/logins", body.json());
        if (begun.status() == 201) {
            calls(proxy).cancel(begun);
        }
        return begun.status();
    }

    @Test
    void a_new_secret_and_new_authorities_serve_without_a_restart() throws Exception {
        try (var proxy = start()) {
            write("client.secret", "a-secret-of-tomorrow");
            Await.until("the new secret is used", () -> begin(proxy, BY_SECRET) == 401);

            write("client.secret", SECRET + "\n");
            Await.until("the login begins", () -> begin(proxy, BY_SECRET) == 201);

            var onlyTheBackend = KeyStore.getInstance("PKCS12");
            onlyTheBackend.load(null, null);
            onlyTheBackend.setCertificateEntry("backend", backend.certificate());
            write("trust.p12", onlyTheBackend);
            Await.until("the new trust is used", () -> begin(proxy, BY_SECRET) == 503);
            write("trust.p12", trust());
            Await.until("the login begins", () -> begin(proxy, BY_SECRET) == 201);
        }
    }

    @Test
    void a_new_certificate_is_shown_to_backends_and_the_session_goes_on() throws Exception {
        try (var proxy = start()) {
            var session = calls(proxy)
                    .withCookie(calls(proxy)
                            .connect(ConnectBody.of(Bench.PHARMACIST, BY_CERTIFICATE))
                            .sessionCookie());
            assertEquals(204, session.get("/send/open/a").status());
            assertTrue(backend.lastCertificate().contains("CN=" + BY_CERTIFICATE + ","), backend.lastCertificate());

            write("client.p12", simulator.clientKeyStore(NEXT_CERTIFICATE));

            Await.until("the new certificate is shown", () -> {
                assertEquals(204, session.call("POST", "/send/open/a", "").status());
                return backend.lastCertificate().contains("CN=" + NEXT_CERTIFICATE + ",");
            });
        }
    }

    @Test
    void a_broken_file_leaves_the_old_one_in_use_and_is_told_once_without_what_it_holds() throws Exception {
        try (var log = new LogRecorder();
                var proxy = start()) {
            write("client.p12", "neither a key store nor anything else");
            Await.until("the broken file is told", () -> !told(log).isEmpty());
            // The secret of Pro Santé Connect for another server.
            write("client.p12", simulator.clientKeyStore(BY_CERTIFICATE));
            write("api.secret", SECRET);
            Await.until("the wrong secret is told", () -> told(log).size() == 2);

            assertEquals(201, begin(proxy, BY_SECRET));
            assertEquals(201, begin(proxy, BY_CERTIFICATE));
            assertEquals(2, told(log).size(), "many looks later");
            assertTrue(told(log).get(0).contains("clients[1].keyStore"), told(log)::toString);
            assertFalse(String.join("", log.lines()).contains(SECRET));

            write("api.secret", API_SECRET);
            write("client.secret", "another-secret");
            Await.until("the new secret is used", () -> begin(proxy, BY_SECRET) == 401);
        }
    }

    private static List<String> told(LogRecorder log) {
        return log.lines().stream()
                .filter(line -> line.contains("a changed file cannot be used"))
                .toList();
    }
}
