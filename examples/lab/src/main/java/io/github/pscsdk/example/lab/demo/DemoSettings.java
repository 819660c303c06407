package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the servers are to be.
 *
 * @param ports where they listen
 * @param place of the database
 * @param clients whom the simulator knows beside the proxy and the form
 * @param tls whether and how the simulator speaks TLS
 * @param card the virtual card that CPS-Gestion uses, instead of pretended ones; only a person can use it
 * @param simulator says what else the simulator is to be
 */
record DemoSettings(
        DemoPorts ports,
        PrivateFolder.Place place,
        List<TestClient> clients,
        TlsOptions tls,
        Optional<SimulatedCard> card,
        Consumer<SimulatorBuilder> simulator) {
    /** A person needs the simulator's default of 5 s to find the phone; the stub does not. */
    private static final Duration HASTY = Duration.ofSeconds(1);

    /** For a run that nobody waits for, on those ports. */
    static DemoSettings hasty(DemoPorts ports, PrivateFolder.Place place) {
        return new DemoSettings(
                ports, place, List.of(), new TlsOptions(), Optional.empty(), simulator -> simulator.interval(HASTY));
    }
}
