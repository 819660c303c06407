package io.github.pscsdk.workstation.internal.doctor;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CERTIFICATE_EXPIRED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CERTIFICATE_NOT_TRUSTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CERTIFICATE_OF_ANOTHER_HOST;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_CUT;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_INSPECTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.TLS_TOO_OLD;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ServerCertificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a connection could not be secured, and who else can read it. */
final class TlsCheck {
    // What the JDK says in English whatever the locale: an alert by its name in RFC 8446, or a version that it does not
    // accept.
    private static final List<String> OLD_PROTOCOL = List.of("protocol_version", "selected protocol version");

    private final Clock clock;
    private final ClockCheck time;
    private final Inspectors inspectors = new Inspectors();

    TlsCheck(Clock clock, ClockCheck time) {
        this.clock = clock;
        this.time = time;
    }

    /** Of a connection that came about. */
    List<Diagnostic> remarks(ProbeResult probe) {
        return inspectors
                .in(probe.chain())
                .map(name -> List.of(inspected(name, probe.chain(), Severity.WARNING)))
                .orElse(List.of());
    }

    /** Of one that did not. */
    List<Diagnostic> findings(ProbeResult probe) {
        var chain = probe.chain();
        if (chain.isEmpty()) {
            return List.of(blocking(isOldProtocol(probe) ? TLS_TOO_OLD : CONNECTION_CUT, Map.of()));
        }
        if (time.isBeforeCertificate(probe)) {
            // The clock is the cause, and a finding of the runtime.
            return List.of();
        }
        var inspector = inspectors.in(chain);
        if (inspector.isPresent()) {
            return List.of(inspected(inspector.get(), chain, Severity.BLOCKING));
        }
        var facts = facts(chain);
        if (probe.failure().orElseThrow() instanceof SSLPeerUnverifiedException) {
            return List.of(blocking(CERTIFICATE_OF_ANOTHER_HOST, facts));
        }
        return List.of(blocking(isExpired(chain) ? CERTIFICATE_EXPIRED : CERTIFICATE_NOT_TRUSTED, facts));
    }

    private boolean isExpired(List<ServerCertificate> chain) {
        var now = clock.instant();
        return chain.stream().anyMatch(shown -> now.isAfter(shown.until()));
    }

    private static boolean isOldProtocol(ProbeResult probe) {
        var message = probe.failure()
                .map(failure -> String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT))
                .orElse("");
        return OLD_PROTOCOL.stream().anyMatch(message::contains);
    }

    private static Diagnostic inspected(String inspector, List<ServerCertificate> chain, Severity severity) {
        var facts = facts(chain);
        facts.put("inspector", inspector);
        return new Diagnostic(CONNECTION_INSPECTED, severity, facts);
    }

    private static Map<String, String> facts(List<ServerCertificate> chain) {
        var facts = new HashMap<String, String>();
        facts.put("until", chain.get(0).until().toString());
        Inspectors.organisation(chain).ifPresent(name -> facts.put("issuer", name));
        return facts;
    }

    private static Diagnostic blocking(WorkstationProblem problem, Map<String, String> facts) {
        return new Diagnostic(problem, Severity.BLOCKING, facts);
    }
}
