package io.github.pscsdk.proxyprotocol.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The response to {@code GET /v1/diagnosis}: what the proxy found of itself and of Pro Santé Connect.
 *
 * @param findings none where all is in order
 */
public record ProxyDiagnosis(List<Finding> findings) {
    /**
     * One finding. On the workstation nothing of it is trusted yet.
     *
     * @param code of {@code ServerProblem} or {@code LoginProblem}, perhaps of a later version
     * @param severity {@code INFO}, {@code WARNING} or {@code BLOCKING}, perhaps another one of a later version
     * @param facts in the order of their names; no secret, no person
     */
    public record Finding(String code, Optional<String> severity, Map<String, String> facts) {
        public Finding {
            facts = new TreeMap<>(facts);
        }
    }
}
