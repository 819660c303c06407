package io.github.pscsdk.workstation.internal.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to {@code GET /v1/diagnosis}. Nothing in it is trusted yet. */
public record ServerDiagnosis(List<Finding> findings) {
    /**
     * One finding as it was sent.
     *
     * @param code the problem's code, perhaps of a later version
     * @param severity a word, perhaps of a later version
     * @param facts what the server half adds
     */
    public record Finding(String code, Optional<String> severity, Optional<Map<String, String>> facts) {}
}
