package io.github.pscsdk.proxy.internal.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Body of {@code GET /v1/diagnosis}.
 *
 * @param findings none where all is in order
 */
public record DiagnosisAnswer(List<Finding> findings) {
    /** Copies. */
    public DiagnosisAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * One finding.
     *
     * @param code of {@code ServerProblem} or {@code LoginProblem}
     * @param severity {@code INFO}, {@code WARNING} or {@code BLOCKING}
     * @param facts no secret, no person
     */
    public record Finding(String code, String severity, Map<String, String> facts) {
        /** Copies, in the order of the names. */
        public Finding {
            facts = new TreeMap<>(facts);
        }
    }
}
