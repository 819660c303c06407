package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.web.view.Note;
import java.util.List;

/**
 * What the rules remark, by field.
 *
 * @param findings nothing where nobody asked yet
 * @param language of the reader
 */
record Notes(List<Finding> findings, Language language) {
    Notes {
        findings = List.copyOf(findings);
    }

    /** At a field, or at an element of it. */
    List<Note> at(String name) {
        return findings.stream()
                .filter(finding -> Anchors.fieldOf(finding.field()).equals(name))
                .map(finding -> Note.of(finding, language))
                .toList();
    }

    /** Errors, then warnings, for the summary. */
    List<Finding> toSummarise() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }
}
