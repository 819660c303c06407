package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_INSPECTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_NOT_USED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_REFUSES;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.util.List;
import java.util.Map;

/** Why the server half could not be reached: one cause, one finding. */
final class NetworkCheck {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Machine machine;

    NetworkCheck(Machine machine) {
        this.machine = machine;
    }

    List<Diagnostic> findings(ProbeResult probe) {
        if (probe.reply().isPresent()) {
            return probe.reply().get().status() == PROXY_AUTHENTICATION_REQUIRED
                    ? List.of(byProxy(PROXY_REFUSES, probe.proxy().orElse("unknown"), Map.of("host", host(probe))))
                    : inspection(probe);
        }
        return switch (probe.stage()) {
            case NAME, CONNECTION -> List.of(unreachable(probe));
            // Where the clock is the cause, it is a finding of the runtime.
            case TLS -> probe.notYetValid().isPresent() ? List.of() : List.of(probe.finding());
            // Connected, but without an answer: a finding about the server half, not about the network.
            case ANSWER -> List.of();
        };
    }

    /** Of a connection that succeeded: a warning. */
    private static List<Diagnostic> inspection(ProbeResult probe) {
        return probe.inspector().stream()
                .map(name ->
                        Diagnostic.of(CONNECTION_INSPECTED, Severity.WARNING).with(probe.facts()))
                .toList();
    }

    /** Where Java uses no proxy although the system names one, that is the cause. */
    private Diagnostic unreachable(ProbeResult probe) {
        return probe.proxy().isPresent()
                ? probe.finding()
                : machine.proxyFor(probe.address().getHost())
                        .map(proxy -> byProxy(PROXY_NOT_USED, proxy, probe.facts()))
                        .orElseGet(probe::finding);
    }

    private static Diagnostic byProxy(WorkstationProblem problem, String proxy, Map<String, String> facts) {
        return Diagnostic.of(problem, Severity.BLOCKING).with(facts).with("proxy", SafeText.text(proxy));
    }

    private static String host(ProbeResult probe) {
        return SafeText.text(probe.address().getHost());
    }
}
