package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxy.PollPace;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A {@link Vendor}, and the options that show all of it to the command. */
final class Installation implements AutoCloseable {
    final Vendor vendor;
    final Path folder;
    final Path traces;
    private final Path plugins;
    private final PollPace pace;

    Installation(Path folder) throws Exception {
        this.folder = folder;
        vendor = new Vendor(folder);
        pace = new PollPace(vendor.clock, vendor.simulator);
        traces = Files.writeString(folder.resolve("traces.json"), whileTimePasses(vendor::aDayOfTraces));
        plugins = Files.createDirectory(folder.resolve("plugins"));
        for (var archive : List.of("psc-sdk-cps-reader-plugin.jar", "psc-sdk-ecps-mobile-plugin.jar")) {
            Files.copy(ToolRun.PLUGINS.resolve(archive), plugins.resolve(archive));
        }
    }

    /** What that comes to, while the time goes on for the logins in it. */
    <T> T whileTimePasses(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        new Thread(() -> {
                    try {
                        done.complete(work.call());
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        return pace.outcome("it is done", done);
    }

    /** A run of the command. */
    Printed printed(String... options) throws Exception {
        return whileTimePasses(() -> Printed.of(options));
    }

    /** The proxy at that address, as the command calls it. */
    RunningProxy proxyAt(URI address) throws Exception {
        var trusted = ConformityCalls.trusting(InputFile.authorities(vendor.authorities));
        return new RunningProxy(address, Vendor.TOKEN, Vendor.CLIENT, Optional.of(trusted));
    }

    /** What the command finds in logins at that proxy. */
    List<ConformityFinding> played(RunningProxy proxy, boolean mayMoveClock) throws Exception {
        var simulator = new Simulator(vendor.simulator.control());
        return whileTimePasses(() -> new SimulatorProbe(proxy, simulator, mayMoveClock).findings());
    }

    /** The options that show all of it. */
    String[] everything() throws Exception {
        return new String[] {
            "--configuration=" + vendor.configuration,
            "--proxy=" + vendor.proxy.address(),
            "--application-token-file=" + vendor.tokenFile,
            "--ca-file=" + vendor.authorities,
            "--simulator=" + vendor.simulator.control(),
            "--traces=" + traces,
            "--workstation=" + jarOf(PscClientBuilder.class),
            "--plugins=" + plugins,
            "--move-clock"
        };
    }

    /** The part of the SDK that holds it, as it is built. */
    static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Override
    public void close() {
        vendor.close();
    }
}
