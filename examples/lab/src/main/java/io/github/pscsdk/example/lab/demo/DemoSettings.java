package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.simulator.SimulatorBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the servers are to be.
 *
 * @param ports where they listen
 * @param folder of the database, which stays there; a temporary one if none is chosen
 * @param clients whom the simulator knows beside the proxy and the form
 * @param card the virtual card that CPS-Gestion uses, instead of pretended ones; only a person can use it
 * @param simulator says what else the simulator is to be
 */
record DemoSettings(
        DemoPorts ports,
        Optional<Path> folder,
        List<TestClient> clients,
        Optional<SimulatedCard> card,
        Consumer<SimulatorBuilder> simulator) {
    /** A person needs the simulator's default of 5 s to find the phone; the stub does not. */
    private static final Duration HASTY = Duration.ofSeconds(1);

    /** For a run that nobody waits for. */
    static DemoSettings hasty(DemoPorts ports, Optional<Path> folder) {
        return new DemoSettings(ports, folder, List.of(), Optional.empty(), simulator -> simulator.interval(HASTY));
    }
}
