package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of {@code psc-lab simulate --interactive}, in this process and in more of a hurry, and who logs in there. */
public final class PlayedServers implements AutoCloseable {
    private final DemoServers servers;

    private PlayedServers(DemoServers servers) {
        this.servers = servers;
    }

    /** With pretended cards. */
    public static PlayedServers start() throws Exception {
        return new PlayedServers(DemoServers.start(with(Optional.empty())));
    }

    /** Polled each second instead of every five, with that card. */
    static DemoSettings with(Optional<SimulatedCard> card) {
        return new DemoSettings(
                DemoPorts.FREE,
                Optional.empty(),
                List.of(),
                card,
                simulator -> simulator.interval(Duration.ofSeconds(1)).interactive());
    }

    /** Where the form begins a login. */
    public URI connection() {
        return servers.addresses().get("connection");
    }

    /** Where the simulator has its pages for people. */
    public URI pages() {
        return servers.simulator().pages();
    }

    /** Practice software with the real archives, in this process; yet to be built. */
    public PscClientBuilder software() {
        return Fixtures.software(servers);
    }

    /** {@code psc login} in a process of its own, which writes into a folder in {@code folder}. */
    public LoginProcess login(Path folder, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("--proxy=" + servers.proxy()));
        arguments.addAll(List.of(options));
        return LoginProcess.start(folder, arguments);
    }

    @Override
    public void close() {
        servers.close();
    }
}
