package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.configuration.NamedFiles;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy with certificates for Redis that last for less than a month: those of the simulator. */
class StoreCertificatesTest {
    private static final String CLIENT = "editeur-au-redis";
    private static final String CONFIGURATION = """
            {"environment": {"name": "custom", "issuer": "%s", "authorizationEndpoint": "%s"},
             "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
             "applications": [{"name": "one", "sha256": "%s"}],
             "store": {"keyRing": "key-ring", "redis": {"server": "127.0.0.1:%d",
               "trustStore": {"file": "trust.p12", "password": {"value": "%s"}},
               "clientCertificate": {"file": "client.p12", "password": {"value": "%5$s"}}}}}
            """;

    @TempDir
    private Path folder;

    private void write(String file, KeyStore store, char[] password) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve(file))) {
            store.store(out, password);
        }
    }

    @Test
    void they_are_told_in_the_log_and_to_whoever_asks_whether_it_is_ready() throws Exception {
        DrawnKeys.drawnIn(folder);
        try (var simulator = PscSimulator.builder()
                .https()
                .client(SimulatedClient.withCertificate(CLIENT))
                .start()) {
            write("client.p12", simulator.clientKeyStore(CLIENT), simulator.keyStorePassword());
            write("trust.p12", simulator.trustStore(), simulator.keyStorePassword());
            var file = Files.writeString(
                    folder.resolve("proxy.json"),
                    CONFIGURATION.formatted(
                            simulator.issuer(),
                            simulator.authorizationEndpoint(),
                            ProxyServerBuilder.sha256Of(Bench.TOKEN),
                            ReservedPort.next(),
                            new String(simulator.keyStorePassword())));
            try (var log = new LogRecorder();
                    var proxy = ProxyServer.start(new NamedFiles(file, Map.of()))) {
                Await.until(
                        "it is logged",
                        () -> log.lines().stream()
                                .anyMatch(line -> line.contains("store.redis.clientCertificate (STORE)")));
                var ready = ProxyCalls.to(proxy.address()).get("/ready").text();
                assertTrue(ready.contains("{\"problem\":\"SRV-002\",\"severity\":\"WARNING\"}"), ready);
            }
        }
    }
}
