package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.SERVER_FINDING_UNKNOWN;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxyprotocol.ProxyDiagnosis;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the findings that the server half sends. It is not trusted: at most some findings with some short facts are read. */
final class ServerFindings {
    private static final int MOST_FINDINGS = 20;

    private ServerFindings() {}

    static List<Diagnostic> of(ProxyDiagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(Objects::nonNull)
                .limit(MOST_FINDINGS)
                .map(ServerFindings::finding)
                .toList();
    }

    private static Diagnostic finding(ProxyDiagnosis.Finding sent) {
        var facts = SafeText.facts(sent.facts());
        var known = problem(sent.code());
        if (known.isEmpty()) {
            facts.put("code", SafeText.text(sent.code()));
        }
        return Diagnostic.of(known.orElse(SERVER_FINDING_UNKNOWN), severity(sent))
                .with(facts);
    }

    private static Optional<Problem> problem(String code) {
        return ServerProblem.ofCode(code).<Problem>map(known -> known).or(() -> LoginProblem.ofCode(code));
    }

    /** An unknown severity, of a later version, counts as a warning: it blocks nobody and is still shown. */
    private static Severity severity(ProxyDiagnosis.Finding sent) {
        return Arrays.stream(Severity.values())
                .filter(known -> sent.severity().filter(known.name()::equals).isPresent())
                .findFirst()
                .orElse(Severity.WARNING);
    }
}
