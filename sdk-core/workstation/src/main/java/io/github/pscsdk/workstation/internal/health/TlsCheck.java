package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CERTIFICATE_EXPIRED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CERTIFICATE_NOT_TRUSTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_INSPECTED;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ProbeResult.ServerCertificate;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a TLS handshake failed, and whether somebody intercepts the connection. */
final class TlsCheck {
    // RFC 2253: attributes are parted by commas or plus signs, which stand escaped within a value.
    private static final Pattern ORGANISATION = Pattern.compile("(?:^|[,+])O=((?:\\\\.|[^,+\\\\])*)");

    private final Clock clock;
    private final RuntimeCheck runtime;
    /** The products that intercept TLS, as the issuers of the certificates that they make are named. */
    private final List<String> inspectors = inspectors();

    TlsCheck(Clock clock, RuntimeCheck runtime) {
        this.clock = clock;
        this.runtime = runtime;
    }

    /** For a connection that succeeded: TLS interception is a warning. */
    List<Diagnostic> warnings(ProbeResult probe) {
        return inspector(probe.chain())
                .map(name -> List.of(inspected(name, probe.chain(), Severity.WARNING)))
                .orElse(List.of());
    }

    List<Diagnostic> findings(ProbeResult probe) {
        var chain = probe.chain();
        if (chain.isEmpty()) {
            return List.of(probe.finding());
        }
        if (runtime.isBeforeCertificate(probe)) {
            // The clock is the cause, and a finding of the runtime.
            return List.of();
        }
        var inspector = inspector(chain);
        if (inspector.isPresent()) {
            return List.of(inspected(inspector.get(), chain, Severity.BLOCKING));
        }
        var facts = facts(chain);
        var problem = probe.problem();
        var isOld = problem == CERTIFICATE_NOT_TRUSTED && isExpired(chain);
        return List.of(blocking(isOld ? CERTIFICATE_EXPIRED : problem, facts));
    }

    private boolean isExpired(List<ServerCertificate> chain) {
        var now = clock.instant();
        return chain.stream().anyMatch(shown -> now.isAfter(shown.until()));
    }

    private static Diagnostic inspected(String inspector, List<ServerCertificate> chain, Severity severity) {
        var facts = facts(chain);
        facts.put("inspector", inspector);
        return Diagnostic.of(CONNECTION_INSPECTED, severity).with(facts);
    }

    private static Map<String, String> facts(List<ServerCertificate> chain) {
        var facts = new HashMap<String, String>();
        facts.put("until", chain.get(0).until().toString());
        organisation(chain).ifPresent(name -> facts.put("issuer", name));
        return facts;
    }

    private static Diagnostic blocking(Problem problem, Map<String, String> facts) {
        return Diagnostic.of(problem, Severity.BLOCKING).with(facts);
    }

    private static List<String> inspectors() {
        var file = Objects.requireNonNull(TlsCheck.class.getResourceAsStream("inspectors.txt"), "inspectors.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> inspector(List<ServerCertificate> chain) {
        return inspectors.stream()
                .filter(name -> chain.stream()
                        .anyMatch(shown ->
                                shown.issuer().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    /** The organisation at the top of the chain. Not its common name: a certificate that somebody made at home may bear a person's. */
    private static Optional<String> organisation(List<ServerCertificate> chain) {
        return ORGANISATION
                .matcher(chain.get(chain.size() - 1).issuer())
                .results()
                .map(found -> SafeText.text(found.group(1).replace("\\", "")))
                .findFirst();
    }
}
