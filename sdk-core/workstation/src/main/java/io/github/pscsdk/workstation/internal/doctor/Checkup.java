package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.Registry;
import io.github.pscsdk.workstation.internal.login.Station;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that a login needs, side by side. Safe for any thread. */
public final class Checkup {
    private static final Logger log = LoggerFactory.getLogger(Checkup.class);

    private final Machine machine;
    private final List<Diagnostic> pluginFindings;
    private final Registry registry;
    private final ServerHalf server;
    private final Clock clock;
    private final EngineThreads threads;
    private final Map<Station, DeviceCheck> devices = new ConcurrentHashMap<>();

    /** Remembers what the plug-in host found; the rest is looked at each time. */
    public Checkup(
            List<Diagnostic> pluginFindings, Registry registry, ServerHalf server, Clock clock, EngineThreads threads) {
        this(Machine.here(), pluginFindings, registry, server, clock, threads);
    }

    Checkup(
            Machine machine,
            List<Diagnostic> pluginFindings,
            Registry registry,
            ServerHalf server,
            Clock clock,
            EngineThreads threads) {
        this.machine = machine;
        this.pluginFindings = pluginFindings;
        this.registry = registry;
        this.server = server;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Looks.
     *
     * @param progress given each examination as it ends, on this thread; what it throws is logged
     */
    public Diagnosis run(Consumer<Examination> progress) throws InterruptedException {
        var at = clock.instant();
        var begin = System.nanoTime();
        var examinations = new Checks().run(looks(), threads, examination -> tell(progress, examination));
        return new Diagnosis(at, Duration.ofNanos(System.nanoTime() - begin), examinations, registry.descriptors());
    }

    private List<Look> looks() {
        var looks = new ArrayList<>(new CommonLooks(machine, server, clock).all());
        looks.add(Look.known(Examination.Subject.PLUGINS, pluginFindings));
        for (var station : registry.stations()) {
            looks.add(devices.computeIfAbsent(station, DeviceCheck::new).look());
        }
        return looks;
    }

    private static void tell(Consumer<Examination> progress, Examination examination) {
        try {
            progress.accept(examination);
        } catch (RuntimeException | Error e) {
            log.warn("the listener of the health check threw {}", e.getClass().getName());
        }
    }
}
