package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the simulator closes a connection, seen from its other end. */
class ClosedConnectionsTest {
    private static final int SOON = 20_000;

    private PscSimulator simulator;

    private void start(SimulatorBuilder builder) {
        simulator = builder.client(Caller.registration()).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private URI certs() {
        return URI.create(simulator.issuer() + "/protocol/openid-connect/certs");
    }

    private Wire wire(URI peer) throws Exception {
        return new Wire(sockets(peer), peer);
    }

    private SocketFactory sockets(URI peer) throws Exception {
        if (peer.getScheme().equals("http")) {
            return SocketFactory.getDefault();
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(simulator.trustStore());
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static SimulatorBuilder builder(boolean https) {
        return https ? PscSimulator.builder().https() : PscSimulator.builder();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_connection_ends_without_a_word_after_a_whole_response(boolean https) throws Exception {
        start(builder(https));
        simulator.turn("closes-connections", "true");

        for (var i = 0; i < 10; i++) {
            try (var wire = wire(certs())) {
                var response = wire.ask("GET", certs());

                assertTrue(response.startsWith("http/1.1 200 ") && response.endsWith("]}"), response);
                assertFalse(response.contains("connection:"), response);
                assertTrue(wire.isClosed(SOON));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_empty_response_ends_its_connection_too(boolean https) throws Exception {
        start(builder(https));
        simulator.turn("closes-connections", "true");

        for (var i = 0; i < 10; i++) {
            try (var wire = wire(certs())) {
                var response = wire.ask("DELETE", certs());

                assertTrue(response.startsWith("http/1.1 405 "), response);
                assertFalse(response.contains("connection:"), response);
                assertTrue(wire.isClosed(SOON));
            }
        }
    }

    @Test
    void a_late_response_ends_its_connection_too() throws Exception {
        start(builder(false));
        simulator.turn("closes-connections", "true").turn("fault-jwks", "PT0.02S");

        try (var wire = wire(certs())) {
            assertTrue(wire.ask("GET", certs()).startsWith("http/1.1 200 "));
            assertTrue(wire.isClosed(SOON));
        }
    }

    @Test
    void a_page_for_a_person_leaves_its_connection_open() throws Exception {
        start(builder(false));
        simulator.turn("closes-connections", "true");
        var cockpit = simulator.pages().resolve("/cockpit");

        try (var wire = wire(cockpit)) {
            wire.ask("GET", cockpit);
            assertTrue(wire.ask("GET", cockpit).startsWith("http/1.1 200 "));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_idle_connection_is_closed_after_the_limit_and_not_before(boolean https) throws Exception {
        var limit = Duration.ofMillis(500);
        start(builder(https).closesIdleConnections(limit));

        // On a busy machine it may be closed before the request.
        var idle = Await.success("a request on an open connection", () -> {
            try (var wire = wire(certs())) {
                var asked = System.nanoTime();
                assertTrue(wire.ask("GET", certs()).startsWith("http/1.1 200 "));
                assertTrue(wire.isClosed(SOON));
                return Duration.ofNanos(System.nanoTime() - asked);
            }
        });
        assertTrue(idle.compareTo(limit) >= 0, idle::toString);
    }

    @Test
    void a_connection_without_a_request_is_closed_after_the_limit() throws Exception {
        start(builder(false).closesIdleConnections(Duration.ofMillis(200)));

        try (var wire = wire(certs())) {
            assertTrue(wire.isClosed(SOON));
        }
    }

    @Test
    void a_request_that_is_being_answered_is_not_cut_off() throws Exception {
        start(builder(false).closesIdleConnections(Duration.ofMillis(100)));
        simulator.turn("fault-jwks", "PT0.7S");

        try (var wire = wire(certs())) {
            assertTrue(wire.ask("GET", certs()).startsWith("http/1.1 200 "));
            assertTrue(wire.isClosed(SOON));
        }
    }

    @Test
    void every_published_address_is_one_that_closes_idle_connections() throws Exception {
        start(builder(false).closesIdleConnections(Duration.ofMillis(200)));

        for (var address : new URI[] {
            simulator.issuer(), simulator.authorizationEndpoint(), simulator.apiTokenEndpoint(), simulator.pages()
        }) {
            try (var wire = wire(address)) {
                assertTrue(wire.isClosed(SOON), address.toString());
            }
        }
        var discovery = new Caller(simulator)
                .get(URI.create(simulator.issuer() + "/.well-known/wallet-openid-configuration"))
                .assertOk();
        assertEquals(simulator.issuer().toString(), discovery.text("issuer"));
        assertEquals(certs().toString(), discovery.text("jwks_uri"));
    }

    @Test
    void a_port_that_was_asked_for_is_the_one_that_closes_idle_connections() throws Exception {
        var port = ReservedPort.next();

        start(builder(false).ports(port, 0, 0).closesIdleConnections(Duration.ofSeconds(20)));

        assertEquals(port, simulator.issuer().getPort());
        new Caller(simulator).get(certs()).assertOk();
        var another = builder(false)
                .client(Caller.registration())
                .ports(port, 0, 0)
                .closesIdleConnections(Duration.ofSeconds(20));
        assertThrows(UncheckedIOException.class, another::start, "the port is taken");
    }

    @Test
    void a_limit_is_a_millisecond_to_a_day() {
        var builder = PscSimulator.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.closesIdleConnections(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.closesIdleConnections(Duration.ofDays(2)));
        start(builder);
    }
}
