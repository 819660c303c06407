package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks everything that a login needs, side by side. Safe for any thread. */
public final class HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);

    private final Machine machine;
    private final List<Diagnostic> pluginFindings;
    private final AuthenticatorRegistry registry;
    private final ServerHalf server;
    private final Clock clock;
    private final EngineThreads threads;

    /** @param pluginFindings what the plug-in host knows */
    public HealthCheck(
            List<Diagnostic> pluginFindings,
            AuthenticatorRegistry registry,
            ServerHalf server,
            Clock clock,
            EngineThreads threads) {
        this(Machine.here(), pluginFindings, registry, server, clock, threads);
    }

    HealthCheck(
            Machine machine,
            List<Diagnostic> pluginFindings,
            AuthenticatorRegistry registry,
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
     * @param progress given each examination as it ends, on this thread; what it throws is logged
     */
    public Diagnosis run(Consumer<Examination> progress) throws InterruptedException {
        var at = clock.instant();
        var begin = System.nanoTime();
        var examinations = new CheckRunner(threads).run(checks(), examination -> tell(progress, examination));
        return Diagnosis.of(at, Duration.ofNanos(System.nanoTime() - begin), examinations, registry.descriptors());
    }

    private List<PlannedCheck> checks() {
        var checks = new ArrayList<>(new CommonChecks(machine, server, clock, threads).all());
        checks.add(PlannedCheck.known(Examination.Subject.PLUGINS, pluginFindings));
        registry.authenticators().stream().map(AuthenticatorCheck::of).forEach(checks::add);
        return checks;
    }

    private static void tell(Consumer<Examination> progress, Examination examination) {
        try {
            progress.accept(examination);
        } catch (RuntimeException | Error e) {
            log.warn("the listener of the health check threw {}", e.getClass().getName());
        }
    }
}
