package io.github.pscsdk.example.quickstart.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedPsc;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SimulatedPsc(perClass = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Beans are made at the first request: only then is the port known.
            "spring.main.lazy-initialization=true",
            "psc.public-base-uri=http://127.0.0.1:${local.server.port}",
            "psc.client.id=" + SimulatedPsc.CLIENT_ID,
            "psc.client.secret.value=" + SimulatedPsc.CLIENT_SECRET
        })
@DirtiesContext // The application ends with its simulator.
class LoginTest {
    private static PscSimulator psc;
    private static VirtualClock clock;

    private final Visitor visitor = new Visitor();
    private URI site;

    /** Runs before the application starts. */
    @BeforeAll
    static void simulate(PscSimulator simulator, VirtualClock itsClock) {
        psc = simulator;
        clock = itsClock;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("psc.environment.issuer", psc::issuer);
        registry.add("psc.environment.authorization-endpoint", psc::authorizationEndpoint);
    }

    /** The application lives by the simulator's clock, which stands in 2030. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SameClock {
        @Bean
        Clock clock() {
            return clock;
        }
    }

    /** Runs when the port is known. */
    @BeforeEach
    void register(@LocalServerPort int port) {
        site = URI.create("http://127.0.0.1:" + port);
        psc.register(SimulatedClient.withSecret(SimulatedPsc.CLIENT_ID, SimulatedPsc.CLIENT_SECRET)
                .withRedirectUri(site.resolve("/psc/callback"))
                .withPostLogoutUri(site.resolve("/psc/signed-out")));
    }

    @Test
    void a_professional_logs_in_and_out() throws Exception {
        // The simulator is that of the other test, too.
        var before = psc.count(Endpoint.AUTHORIZATION);
        var home = visitor.get(site.resolve("/psc/login"));
        assertTrue(home.body().contains("Logged in: "), home::body);
        assertEquals(before + 1, psc.count(Endpoint.AUTHORIZATION));

        var bye = visitor.press(home, "/psc/logout");
        assertFalse(bye.body().contains("Logged in: "), bye::body);
    }

    @Test
    void a_session_ends_after_four_hours() throws Exception {
        visitor.get(site.resolve("/psc/login"));

        clock.advance(Duration.ofHours(4));

        var home = visitor.get(site);
        assertFalse(home.body().contains("Logged in: "), home::body);
    }
}
