package example.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedPsc;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.time.VirtualClock;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whatever of the extension a vendor's tests may use, and on every JUnit that it is for. */
@SimulatedPsc(clientId = Website.CLIENT, clientSecret = Website.SECRET, redirectUris = Website.CALLBACK)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatedLoginTest {
    private static final AtomicReference<URI> FORMER = new AtomicReference<>();

    private PscSimulator before;

    @BeforeEach
    void start(PscSimulator simulator) {
        before = simulator;
    }

    @Test
    @Order(0)
    void junit_is_the_one_that_this_build_asked_for() {
        assertEquals(System.getProperty("expected"), Test.class.getPackage().getImplementationVersion());
    }

    @Test
    @Order(1)
    void a_professional_logs_in(PscSimulator simulator, VirtualClock clock) throws Exception {
        try (var website = new Website(simulator, clock)) {
            var session = website.logIn();

            assertEquals(Website.PHARMACIST, session.professional().nationalId());
            assertSame(before, simulator);
            assertEquals(1, simulator.count(Endpoint.AUTHORIZATION));
            assertEquals(1, simulator.count(Endpoint.TOKEN));
        }
        FORMER.set(simulator.issuer());
    }

    @Test
    @Order(2)
    void the_simulator_of_another_test_is_closed_with_it() {
        assertThrows(ConnectException.class, () -> Website.get(FORMER.get()));
    }

    @Test
    @Order(3)
    void a_session_ends_on_the_clock_that_the_test_moves(PscSimulator simulator, VirtualClock clock) throws Exception {
        try (var website = new Website(simulator, clock)) {
            var session = website.logIn();
            assertTrue(website.knows(session));

            clock.advance(Duration.ofHours(5));

            assertFalse(website.knows(session));
        }
    }

    @Nested
    class Inside {
        @Test
        void what_the_class_around_it_says_holds(PscSimulator simulator, VirtualClock clock) throws Exception {
            try (var website = new Website(simulator, clock)) {
                assertEquals(Website.PHARMACIST, website.logIn().professional().nationalId());
            }
        }
    }

    @Nested
    @SimulatedPsc(
            perClass = true,
            clientId = Website.CLIENT,
            clientSecret = Website.SECRET,
            redirectUris = Website.CALLBACK)
    class OneForAll {
        private final PscSimulator simulator;

        OneForAll(PscSimulator simulator) {
            this.simulator = simulator;
        }

        @Test
        void a_constructor_has_it_too(PscSimulator same, VirtualClock clock) throws Exception {
            assertSame(simulator, same);
            try (var website = new Website(simulator, clock)) {
                assertEquals(Website.PHARMACIST, website.logIn().professional().nationalId());
            }
        }
    }
}
