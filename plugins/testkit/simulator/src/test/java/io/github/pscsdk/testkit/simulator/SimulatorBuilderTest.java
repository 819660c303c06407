package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorBuilderTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1"})
    void refuses_to_listen_where_another_machine_could_reach_it(String address) throws Exception {
        var builder = PscSimulator.builder();
        var elsewhere = InetAddress.getByName(address);

        var refusal = assertThrows(IllegalArgumentException.class, () -> builder.bind(elsewhere));

        assertEquals("the simulator listens on loopback only", refusal.getMessage());
    }

    @Test
    void cannot_be_reached_by_any_other_address_of_this_machine() throws Exception {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        try (var simulator = PscSimulator.builder()
                .client(Caller.registration())
                .interactive()
                .start()) {
            var origins = List.of(
                    simulator.issuer(),
                    simulator.authorizationEndpoint(),
                    simulator.apiTokenEndpoint(),
                    simulator.control(),
                    simulator.pages());

            for (var origin : origins) {
                assertTrue(InetAddress.getByName(origin.getHost()).isLoopbackAddress(), origin::toString);
                for (var other : others) {
                    assertThrows(IOException.class, () -> new Socket(other, origin.getPort()).close(), other::toString);
                }
            }
        }
    }

    @Test
    void listens_on_the_loopback_address_that_it_is_told() throws Exception {
        try (var simulator = PscSimulator.builder()
                .client(Caller.registration())
                .bind(InetAddress.getByName("127.0.0.2"))
                .start()) {
            var origins = Stream.of(simulator.issuer(), simulator.authorizationEndpoint(), simulator.apiTokenEndpoint())
                    .toList();

            assertTrue(origins.stream().allMatch(uri -> uri.getHost().equals("127.0.0.2")));
            assertEquals(3, origins.stream().map(URI::getPort).distinct().count());
        }
    }

    @Test
    void keeps_the_ports_that_it_is_given_and_says_so_when_one_is_taken() throws Exception {
        Set<Integer> ports;
        try (var first = PscSimulator.builder().client(Caller.registration()).start()) {
            ports = Stream.of(first.issuer(), first.authorizationEndpoint(), first.apiTokenEndpoint())
                    .map(URI::getPort)
                    .collect(Collectors.toSet());
            var taken = PscSimulator.builder()
                    .client(Caller.registration())
                    .ports(0, first.issuer().getPort(), 0);

            var failure = assertThrows(UncheckedIOException.class, taken::start);

            assertTrue(failure.getMessage()
                    .contains(Integer.toString(first.issuer().getPort())));
        }
        var numbers = ports.stream().toList();
        try (var second = PscSimulator.builder()
                .client(Caller.registration())
                .ports(numbers.get(0), numbers.get(1), numbers.get(2))
                .start()) {
            assertEquals(numbers.get(0), second.issuer().getPort());
            assertEquals(numbers.get(2), second.apiIntrospectionEndpoint().getPort());
        }
    }

    @Test
    void needs_a_client_and_each_only_once() {
        var empty = PscSimulator.builder();
        var twice = PscSimulator.builder().client(Caller.registration());

        assertThrows(IllegalStateException.class, empty::start);
        assertThrows(IllegalArgumentException.class, () -> twice.client(Caller.registration()));
    }

    @Test
    void has_certificates_over_https_only() {
        var plain = PscSimulator.builder().client(SimulatedClient.withCertificate("editeur-mtls"));
        assertThrows(IllegalStateException.class, plain::start);

        try (var simulator =
                PscSimulator.builder().client(Caller.registration()).start()) {
            assertThrows(IllegalStateException.class, simulator::trustStore);
            assertThrows(IllegalStateException.class, () -> simulator.clientKeyStore(Caller.ID));
            assertThrows(IllegalStateException.class, simulator::keyStorePassword);
            assertThrows(IllegalArgumentException.class, () -> simulator.clientKeyStore("inconnu"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 1500, -1000})
    void knows_whole_seconds_only(long millis) {
        var builder = PscSimulator.builder();
        var odd = Duration.ofMillis(millis);

        assertThrows(IllegalArgumentException.class, () -> builder.interval(odd));
        assertThrows(IllegalArgumentException.class, () -> builder.expiresIn(odd));
    }

    @Test
    void announces_the_interval_and_the_life_that_it_is_told() throws Exception {
        try (var simulator = PscSimulator.builder()
                .client(Caller.registration())
                .interval(Duration.ofSeconds(2))
                .expiresIn(Duration.ofSeconds(30))
                .start()) {
            var start = new Caller(simulator).start("899999100011").assertOk();

            assertEquals(2, start.json().get("interval").asInt());
            assertEquals(30, start.json().get("expires_in").asInt());
        }
    }

    @Test
    void its_threads_let_the_process_end() {
        try (var simulator =
                PscSimulator.builder().client(Caller.registration()).start()) {
            assertFalse(simulator.issuer().toString().isEmpty());
            var keeping = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon())
                    .map(Thread::getName)
                    .filter(name -> name.contains("simulator") || name.contains("HTTP-Dispatcher"))
                    .toList();

            assertEquals(0, keeping.size(), keeping::toString);
        }
    }

    @Test
    void a_registration_prints_no_secret_and_takes_exact_addresses() {
        var client = Caller.registration();

        assertFalse(client.toString().contains(Caller.SECRET));
        assertTrue(client.mayReturnTo(Caller.REDIRECT.toString()));
        assertFalse(client.mayReturnTo(Caller.REDIRECT + "/"));
        assertFalse(client.mayReturnAfterLogoutTo(Caller.REDIRECT.toString()));
        assertThrows(IllegalArgumentException.class, () -> client.withRedirectUri(URI.create("/relative")));
        assertThrows(IllegalArgumentException.class, () -> client.withRedirectUri(URI.create("https://a.invalid/#b")));
    }
}
