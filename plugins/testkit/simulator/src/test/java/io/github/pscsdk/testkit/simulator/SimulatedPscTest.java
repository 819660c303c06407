package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JUnit extension, used as a vendor would. */
class SimulatedPscTest {
    @Nested
    @SimulatedPsc(
            clientId = Caller.ID,
            clientSecret = Caller.SECRET,
            redirectUris = "https://editeur.example.invalid/retour?source=psc")
    class PerMethod {
        private final PscSimulator mine;

        PerMethod(PscSimulator mine) {
            this.mine = mine;
        }

        @BeforeEach
        void the_same_everywhere_within_a_test(PscSimulator simulator) {
            assertSame(mine, simulator);
        }

        @Test
        void the_clock_that_is_injected_is_the_simulators(PscSimulator simulator, VirtualClock clock) throws Exception {
            var caller = new Caller(simulator);
            var id = caller.start("899999100011").assertOk().text("auth_req_id");
            caller.poll(id).assertRefused(400, "authorization_pending");

            clock.advance(Duration.ofMinutes(2));

            caller.poll(id).assertRefused(400, "expired_token");
            assertEquals(2, simulator.count(Endpoint.TOKEN));
        }

        @Test
        void the_redirect_uri_is_declared(PscSimulator simulator) throws Exception {
            assertFalse(
                    new BrowserLogin(simulator, new Caller(simulator)).code().isEmpty());
            assertEquals(1, simulator.count(Endpoint.AUTHORIZATION));
        }
    }

    @Nested
    @SimulatedPsc(perClass = true)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class PerClass {
        @Test
        @Order(1)
        void one_test_leaves_its_traces(PscSimulator simulator) throws Exception {
            new Caller(simulator).get(simulator.issuer());

            assertEquals(1, simulator.requests().size());
        }

        @Test
        @Order(2)
        void the_next_one_finds_them(PscSimulator simulator) {
            assertEquals(1, simulator.count(Endpoint.UNKNOWN));
        }
    }

    @Nested
    class Registered {
        @RegisterExtension
        static final PscSimulatorExtension PSC = PscSimulatorExtension.perClass(
                builder -> builder.client(Caller.registration()).interval(Duration.ofSeconds(2)));

        private static PscSimulator first;

        @BeforeAll
        static void remember(PscSimulator simulator) {
            first = simulator;
        }

        @Test
        void has_the_settings_of_its_own(PscSimulator simulator) throws Exception {
            assertSame(first, simulator);
            assertEquals(
                    2,
                    new Caller(simulator)
                            .start("899999100011")
                            .json()
                            .get("interval")
                            .asInt());
        }
    }

    @Nested
    @SimulatedPsc
    class Fresh {
        private static PscSimulator last;

        @Test
        void a_test_has_a_simulator_of_its_own(PscSimulator simulator) {
            assertNotSame(last, simulator);
            last = simulator;
        }

        @Test
        void and_so_has_another(PscSimulator simulator) {
            assertNotSame(last, simulator);
            last = simulator;
        }
    }
}
