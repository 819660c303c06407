package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.NO_SERVER_DIAGNOSIS;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Asks the server half once for all checks of one health check: the first check that needs the answer asks, the others wait for it. */
final class ServerProbe {
    /** For the probe and the report together. */
    static final Duration LIMIT = Duration.ofMillis(4_200);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    private final Duration begin;
    private final ServerHalf server;
    private final EngineThreads threads;
    private final FutureTask<ProbeResult> result;
    private final FutureTask<List<Diagnostic>> report = new FutureTask<>(this::ask);

    ServerProbe(ServerHalf server, EngineThreads threads) {
        this.server = server;
        this.threads = threads;
        this.begin = threads.elapsed();
        this.result = new FutureTask<>(() -> server.probe(PROBE_LIMIT));
    }

    /** Whether and how far the server half can be reached. */
    ProbeResult result() throws InterruptedException, ExecutionException {
        result.run();
        return result.get();
    }

    /** Its own findings, on itself and on Pro Santé Connect; empty where the probe already found something: whoever speaks the plain contract has none. */
    List<Diagnostic> report() throws InterruptedException, ExecutionException {
        report.run();
        return report.get();
    }

    private List<Diagnostic> ask() throws InterruptedException, ExecutionException {
        if (result().reply().isEmpty() || !ServerCheck.findings(result()).isEmpty()) {
            return List.of();
        }
        try {
            return server.diagnosis(left()).map(ServerFindings::of).orElse(List.of());
        } catch (PscException e) {
            return List.of(Diagnostic.of(NO_SERVER_DIAGNOSIS, Severity.WARNING)
                    .with("problem", e.problem().code()));
        }
    }

    private Duration left() {
        return LIMIT.minus(threads.elapsed().minus(begin));
    }
}
