package io.github.pscsdk.example.desktop.declaration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of applying the rules to the form.
 *
 * @param body the document to hand over; empty where something stands in the way
 * @param findings in the order of the form
 */
public record CheckResult(Optional<String> body, List<FieldFinding> findings) {
    public CheckResult {
        Objects.requireNonNull(body, "body");
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "Checked[" + findings.size() + " findings]";
    }
}
