package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A line of the summary above a form.
 *
 * @param field on which it is mended; empty where the form has none for it
 */
public record SummaryLine(Finding finding, Optional<FormField> field) {
    /** Errors and warnings in the order of those fields; last what is on none of them. */
    public static List<SummaryLine> of(List<Finding> findings, List<FormField> fields) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .map(finding -> new SummaryLine(
                        finding,
                        fields.stream()
                                .filter(field -> field.isAt(finding.field()))
                                .findFirst()))
                .sorted(Comparator.comparing(
                        line -> line.field().map(fields::indexOf).orElse(fields.size())))
                .toList();
    }

    /** The step on which it is mended: the offer's where no field has it. */
    public FormStep step() {
        return field.map(FormField::step).orElse(FormStep.OFFER);
    }

    public boolean isError() {
        return finding.isError();
    }

    /** How many of those stand in the way of a hand-over. */
    public static long errors(List<SummaryLine> lines) {
        return lines.stream().filter(SummaryLine::isError).count();
    }
}
