package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.hours.EditedWeek;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.rules.HoursRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A declaration as it stands in the form.
 *
 * @param declaration what can be kept
 * @param weeks the hours of each offer as typed, which may be half a range
 */
public record EditedDeclaration(Declaration declaration, List<EditedWeek> weeks) {
    public EditedDeclaration {
        weeks = List.copyOf(weeks);
    }

    static EditedDeclaration of(Declaration declaration) {
        return new EditedDeclaration(
                declaration,
                declaration.offers().stream()
                        .map(offer -> EditedWeek.of(offer.hours()))
                        .toList());
    }

    /** Errors in the typed hours, which the text that is kept of them no longer shows. */
    public List<Finding> errorsOfWeeks() {
        var errors = new ArrayList<Finding>();
        for (var i = 0; i < weeks.size(); i++) {
            HoursRule.check(weeks.get(i), "offers[" + i + "]").stream()
                    .filter(finding -> finding.severity() == Severity.E)
                    .forEach(errors::add);
        }
        return errors;
    }

    /** How many offers. */
    @Override
    public String toString() {
        return "Edited[" + weeks.size() + " offers]";
    }
}
