package example.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.PscSimulatorExtension;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension with other settings than its annotation has, one simulator for the class. */
class RegisteredSimulatorTest {
    @RegisterExtension
    static final PscSimulatorExtension PSC = PscSimulatorExtension.perClass(builder -> builder.client(
            SimulatedClient.withSecret(Website.CLIENT, Website.SECRET).withRedirectUri(URI.create(Website.CALLBACK))));

    private static PscSimulator first;

    @BeforeAll
    static void remember(PscSimulator simulator) {
        first = simulator;
    }

    @Test
    void a_professional_logs_in(PscSimulator simulator, VirtualClock clock) throws Exception {
        assertSame(first, simulator);
        try (var website = new Website(simulator, clock)) {
            assertEquals(Website.PHARMACIST, website.logIn().professional().nationalId());
        }
    }

    @AfterAll
    static void it_runs_until_the_end_of_the_class(PscSimulator simulator) throws Exception {
        assertSame(first, simulator);
        Website.get(simulator.issuer());
    }
}
