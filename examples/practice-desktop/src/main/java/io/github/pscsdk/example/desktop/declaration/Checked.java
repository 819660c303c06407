package io.github.pscsdk.example.desktop.declaration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the rules made of a sheet.
 *
 * @param body the document to hand over; empty where something stands in the way
 * @param findings in the order of the form
 */
public record Checked(Optional<String> body, List<FieldFinding> findings) {
    /** Checks and copies. */
    public Checked {
        Objects.requireNonNull(body, "body");
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "Checked[" + findings.size() + " findings]";
    }
}
