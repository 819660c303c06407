package io.github.pscsdk.benchmark.simulator;

import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Requests;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import java.net.URI;

/** From {@code builder()} to the first discovery document. As a main class: prints it for a JVM that has just begun. */
public final class FirstAnswer {
    private FirstAnswer() {}

    public static void main(String... scheme) throws Exception {
        System.out.println(scheme[0].equals("https") ? secureMillis() : millis());
    }

    /** Start and answer, in milliseconds. */
    static double millis() throws Exception {
        var start = System.nanoTime();
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret("editeur-demo", "a-fictitious-secret"))
                        .start();
                var connection = Connection.to(simulator.issuer())) {
            var discovery = URI.create(simulator.issuer() + "/.well-known/wallet-openid-configuration");
            var answer = connection.exchange(Requests.get(discovery));
            if (answer.status() != 200) {
                throw new IllegalStateException("no discovery document");
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** The same over TLS, without the answer: start alone, since certificates are what takes time. */
    static double secureMillis() {
        var start = System.nanoTime();
        try (var simulator = PscSimulator.builder()
                .client(SimulatedClient.withCertificate("editeur-demo"))
                .https()
                .start()) {
            simulator.clientKeyStore("editeur-demo");
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
