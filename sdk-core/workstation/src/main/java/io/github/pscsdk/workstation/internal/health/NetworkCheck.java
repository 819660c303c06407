package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_REFUSED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.NAME_NOT_RESOLVED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.NO_WAY_THROUGH;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_NOT_USED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_REFUSES;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_UNREACHABLE;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_WANTS_LOGIN;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Stage;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Why the server half could not be reached: one cause, one finding. */
final class NetworkCheck {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final URI serverHalf;
    private final Machine machine;
    private final TlsCheck tls;

    NetworkCheck(URI serverHalf, Machine machine, TlsCheck tls) {
        this.serverHalf = serverHalf;
        this.machine = machine;
        this.tls = tls;
    }

    List<Diagnostic> findings(ProbeResult probe) {
        if (probe.reply().isPresent()) {
            var status = probe.reply().get().status();
            return status == PROXY_AUTHENTICATION_REQUIRED
                    ? List.of(refused(probe, probe.proxy().orElse("unknown")))
                    : tls.warnings(probe);
        }
        return switch (probe.stage()) {
            case NAME, CONNECTION -> List.of(unreachable(probe));
            case TLS -> tls.findings(probe);
            // Connected, but without an answer: a finding about the server half, not about the network.
            case ANSWER -> List.of();
        };
    }

    private Diagnostic unreachable(ProbeResult probe) {
        var failure = probe.failure().orElseThrow();
        if (probe.proxy().isPresent()) {
            var proxy = probe.proxy().get();
            var refused = probe.stage() == Stage.CONNECTION && !isOfConnecting(failure);
            return refused ? refused(probe, proxy) : byProxy(PROXY_UNREACHABLE, proxy);
        }
        return machine.proxyFor(serverHalf.getHost())
                .map(proxy -> byProxy(PROXY_NOT_USED, proxy))
                .orElseGet(() -> direct(probe.stage(), failure));
    }

    private Diagnostic refused(ProbeResult probe, String proxy) {
        var schemes = probe.proxySchemes();
        if (schemes.isEmpty()) {
            return byProxy(PROXY_REFUSES, proxy);
        }
        var problem =
                schemes.stream().anyMatch("Basic"::equalsIgnoreCase) ? PROXY_WANTS_LOGIN : PROXY_LOGIN_NOT_SUPPORTED;
        return byProxy(problem, proxy).with("schemes", SafeText.text(String.join(", ", schemes)));
    }

    private Diagnostic direct(Stage stage, Throwable failure) {
        if (stage == Stage.NAME) {
            return finding(NAME_NOT_RESOLVED, Map.of("host", host()));
        }
        // A ConnectException means refused; a firewall that drops packets ends in a timeout.
        var problem = failure instanceof ConnectException ? CONNECTION_REFUSED : NO_WAY_THROUGH;
        return finding(problem, Map.of("host", host(), "port", Integer.toString(port())));
    }

    /** Failures of the connection itself; any other at this stage is OkHttp's word for a proxy's refusal. */
    private static boolean isOfConnecting(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof InterruptedIOException
                || failure instanceof TimeoutException;
    }

    private Diagnostic byProxy(WorkstationProblem problem, String proxy) {
        return finding(problem, Map.of("host", host(), "proxy", SafeText.text(proxy)));
    }

    private static Diagnostic finding(WorkstationProblem problem, Map<String, String> facts) {
        return Diagnostic.of(problem, Severity.BLOCKING).with(facts);
    }

    private String host() {
        return SafeText.text(serverHalf.getHost());
    }

    private int port() {
        var standard = "https".equalsIgnoreCase(serverHalf.getScheme()) ? 443 : 80;
        return serverHalf.getPort() < 0 ? standard : serverHalf.getPort();
    }
}
