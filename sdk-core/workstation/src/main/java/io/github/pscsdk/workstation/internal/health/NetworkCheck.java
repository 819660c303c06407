package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_NOT_USED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_REFUSES;
import static io.github.pscsdk.diagnostic.WorkstationProblem.SERVER_HALF_SLOW;

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
    private final TlsCheck tls;

    NetworkCheck(Machine machine, TlsCheck tls) {
        this.machine = machine;
        this.tls = tls;
    }

    List<Diagnostic> findings(ProbeResult probe) {
        if (probe.reply().isPresent()) {
            return probe.reply().get().status() == PROXY_AUTHENTICATION_REQUIRED
                    ? List.of(byProxy(PROXY_REFUSES, probe.proxy().orElse("unknown"), Map.of("host", host(probe))))
                    : tls.warnings(probe);
        }
        return switch (probe.stage()) {
            case NAME, CONNECTION -> List.of(unreachable(probe));
            case TLS -> probe.problem() == SERVER_HALF_SLOW ? List.of(probe.finding()) : tls.findings(probe);
            // Connected, but without an answer: a finding about the server half, not about the network.
            case ANSWER -> List.of();
        };
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
