package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.Registry;
import io.github.pscsdk.workstation.internal.login.Station;
import io.github.pscsdk.workstation.internal.thread.EngineThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Looks at everything that a login needs, side by side. Safe for any thread. */
public final class Checkup {
    private static final Duration AUTHENTICATOR_LIMIT = Duration.ofSeconds(3);
    // Longer than a connection may take.
    private static final Duration SERVER_LIMIT = Duration.ofSeconds(6);

    private final List<Diagnostic> pluginFindings;
    private final Registry registry;
    private final ServerHalf server;
    private final EngineThreads threads;
    private final Map<Station, Semaphore> turns = new ConcurrentHashMap<>();

    /** Remembers what the plug-in host found; the rest is looked at each time. */
    public Checkup(List<Diagnostic> pluginFindings, Registry registry, ServerHalf server, EngineThreads threads) {
        this.pluginFindings = pluginFindings;
        this.registry = registry;
        this.server = server;
        this.threads = threads;
    }

    /** Plug-ins first, then devices by authenticator id, then the server half. */
    public List<Diagnostic> run() throws InterruptedException {
        var findings = new ArrayList<>(pluginFindings);
        var checks = new ArrayList<Check>();
        for (var station : registry.stations()) {
            checks.add(
                    Check.begin(() -> diagnose(station), AUTHENTICATOR_LIMIT, List.of(noDiagnosis(station)), threads));
        }
        var serverCheck = new ServerCheck(server);
        checks.add(Check.begin(serverCheck::findings, SERVER_LIMIT, List.of(ServerCheck.silent()), threads));
        try {
            for (var check : checks) {
                findings.addAll(check.findings());
            }
        } finally {
            checks.forEach(Check::stop);
        }
        return List.copyOf(findings);
    }

    /** One that hangs from an earlier time is not asked again: each would hold one more thread. */
    private List<Diagnostic> diagnose(Station station) throws InterruptedException {
        var turn = turns.computeIfAbsent(station, first -> new Semaphore(1));
        turn.acquire();
        try {
            return station.authenticator().diagnose();
        } finally {
            turn.release();
        }
    }

    private static Diagnostic noDiagnosis(Station station) {
        var facts = Map.of("authenticator", station.descriptor().id(), "limit", AUTHENTICATOR_LIMIT.toSeconds() + " s");
        return new Diagnostic(PluginProblem.NO_DIAGNOSIS, Severity.WARNING, facts);
    }
}
