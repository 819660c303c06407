package io.github.pscsdk.workstation.internal.doctor;

import static io.github.pscsdk.diagnostic.WorkstationProblem.NO_SERVER_DIAGNOSIS;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What the server half answers to one health check, asked once for the checks that share it: the first asks, the others wait. */
final class ServerProbe {
    /** Within which all of it has to be over. */
    static final Duration LIMIT = Duration.ofMillis(4_200);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    private final long begin = System.nanoTime();
    private final ServerHalf server;
    private final FutureTask<ProbeResult> result;
    private final FutureTask<List<Diagnostic>> report = new FutureTask<>(this::ask);

    ServerProbe(ServerHalf server) {
        this.server = server;
        this.result = new FutureTask<>(() -> server.probe(PROBE_LIMIT));
    }

    /** How far the way to it is open. */
    ProbeResult result() throws InterruptedException, ExecutionException {
        result.run();
        return result.get();
    }

    /** What it says of itself and of Pro Santé Connect; nothing where something else is wrong with it already. */
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
            return List.of(new Diagnostic(
                    NO_SERVER_DIAGNOSIS,
                    Severity.WARNING,
                    Map.of("problem", e.problem().code())));
        }
    }

    private Duration left() {
        return LIMIT.minusNanos(System.nanoTime() - begin);
    }
}
