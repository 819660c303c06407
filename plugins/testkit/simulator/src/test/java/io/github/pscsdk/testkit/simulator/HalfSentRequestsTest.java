package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.peer.HalfSentRequests;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who stops in the middle of a request delays nobody, on whatever server of the simulator. */
class HalfSentRequestsTest {
    @AutoClose
    private static PscSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret("any", "not-a-secret"))
                .start();
    }

    static Stream<URI> servers() {
        return Stream.of(simulator.issuer(), simulator.authorizationEndpoint(), simulator.apiTokenEndpoint());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void sixty_four_half_sent_requests_delay_nobody(URI server) throws Exception {
        try (var strangers = HalfSentRequests.open(server, 64, "POST " + server.getPath(), "none", "")) {
            assertEquals("HTTP/1.1 404 Not Found", strangers.answerTo("GET /nowhere", "none"));
        }
    }
}
