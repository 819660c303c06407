package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.simulator.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the servers are to be.
 *
 * @param ports where they listen
 * @param interval what the simulator makes a client wait between two polls
 * @param clients whom the simulator knows beside the proxy and the form
 * @param place of the database
 * @param interactive whether a person answers on the simulator's pages, instead of the personas by themselves
 * @param tls whether and how the simulator speaks TLS
 * @param card the virtual card that CPS-Gestion uses, instead of pretended ones
 * @param idleLimit after which time without a request the simulator closes a connection; zero is after each response;
 *     empty is what it does by itself
 * @param scenario what happens to the simulator and when; nothing without one
 * @param scenarioListener is told each step of it
 */
record DemoSettings(
        DemoPorts ports,
        Duration interval,
        List<TestClient> clients,
        WorkFolder.Place place,
        boolean interactive,
        TlsChoice tls,
        Optional<SimulatedCard> card,
        Optional<Duration> idleLimit,
        Optional<Scenario> scenario,
        Consumer<Scenario.Applied> scenarioListener) {
    /** A person needs the simulator's default of 5 s to find the phone; the stub does not. */
    private static final Duration HASTY = Duration.ofSeconds(1);

    /** Without a card of its own, and with connections that stay open as long as the simulator leaves them. */
    DemoSettings(
            DemoPorts ports,
            Duration interval,
            List<TestClient> clients,
            WorkFolder.Place place,
            boolean interactive,
            TlsChoice tls) {
        this(
                ports,
                interval,
                clients,
                place,
                interactive,
                tls,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                applied -> {});
    }

    DemoSettings {
        Objects.requireNonNull(card, "card");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(idleLimit, "idleLimit");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(scenarioListener, "scenarioListener");
        clients = List.copyOf(clients);
    }

    /** The same with that card, which only a person can use. */
    DemoSettings withCard(SimulatedCard played) {
        return new DemoSettings(
                ports, interval, clients, place, true, tls, Optional.of(played), idleLimit, scenario, scenarioListener);
    }

    DemoSettings withIdleLimit(Optional<Duration> limit) {
        return new DemoSettings(
                ports, interval, clients, place, interactive, tls, card, limit, scenario, scenarioListener);
    }

    DemoSettings withScenario(Scenario played, Consumer<Scenario.Applied> listener) {
        return new DemoSettings(
                ports, interval, clients, place, interactive, tls, card, idleLimit, Optional.of(played), listener);
    }

    /** For a run that nobody waits for, on those ports. */
    static DemoSettings hasty(DemoPorts ports, WorkFolder.Place place) {
        return new DemoSettings(ports, HASTY, List.of(), place, false, TlsChoice.NONE);
    }
}
