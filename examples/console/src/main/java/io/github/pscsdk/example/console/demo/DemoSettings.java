package io.github.pscsdk.example.console.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the servers are to be.
 *
 * @param ports where they listen
 * @param interval what the simulator makes a client wait between two polls
 * @param clients whom the simulator knows beside the proxy and the form
 * @param keepsDatabase whether the database outlives the servers
 * @param interactive whether a person answers on the simulator's pages, instead of the personas by themselves
 * @param tls whether and how the simulator speaks TLS
 */
record DemoSettings(
        DemoPorts ports,
        Duration interval,
        List<TestClient> clients,
        boolean keepsDatabase,
        boolean interactive,
        TlsChoice tls) {
    /** A person needs the simulator's default of 5 s to find the phone; the stub does not. */
    private static final Duration HASTY = Duration.ofSeconds(1);

    DemoSettings {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(tls, "tls");
        clients = List.copyOf(clients);
    }

    /** For a run that nobody waits for, on those ports. */
    static DemoSettings hasty(DemoPorts ports, boolean keepsDatabase) {
        return new DemoSettings(ports, HASTY, List.of(), keepsDatabase, false, TlsChoice.NONE);
    }
}
