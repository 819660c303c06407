package io.github.pscsdk.proxy;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;

/** Somebody's own build of ANS's example of a Proxy e-Santé, in a process of its own between the simulator and a backend. */
final class AnsExample {
    static final String CLIENT = "editeur-demo";
    private static final String SECRET = "secret";
    private static final String PASSWORD = "fictitious";

    final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret(CLIENT, SECRET))
            .interval(Duration.ofSeconds(1))
            .https()
            .start();
    final EchoBackend backend;
    private final int port = ReservedPort.next();
    private final Process process;

    /**
     * Starts it, and waits until it listens.
     *
     * @param java the command of a Java 21
     * @param folder for its settings and its log
     */
    AnsExample(Path jar, String java, Path folder) throws Exception {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var certificate = TlsBackend.selfSigned(keys);
        backend = EchoBackend.overTls(TlsBackend.context(keys, certificate, simulator.trustStore()));
        var trusted = simulator.trustStore();
        trusted.setCertificateEntry("backend", certificate);
        var trust = folder.resolve("trust.p12");
        write(trusted, trust);
        var settings = Files.writeString(folder.resolve("application.yml"), settings());
        process = new ProcessBuilder(
                        java,
                        "-Djavax.net.ssl.trustStore=" + trust,
                        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                        "-Dspring.config.location=" + settings,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.txt").toFile())
                .start();
        Await.until("the example listens", this::listens);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void write(KeyStore store, Path file) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private String settings() {
        return """
                server:
                  port: %d
                  address: 127.0.0.1
                spring:
                  session:
                    timeout: 14400
                  cloud:
                    gateway:
                      routes:
                        - id: form
                          uri: %s/
                          predicates:
                          - Path=/send/form/{endpoint}
                          filters:
                          - SetPath=/{endpoint}
                          metadata:
                            token-exchange-endpoint: %s
                psc:
                  discoveryURL: %s/.well-known/wallet-openid-configuration
                  clients:
                    %s:
                      type: SECRET
                      secret: %s
                """.formatted(port, backend.address(), simulator.apiTokenEndpoint(), simulator.issuer(), CLIENT, SECRET);
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("it ended with " + process.exitValue());
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void stop() throws Exception {
        process.destroy();
        Await.exit("the example has stopped", process);
        backend.close();
        simulator.close();
    }
}
