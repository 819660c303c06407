package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form as a page draws it.
 *
 * @param kinds which the person may offer
 * @param kind the choice between them
 * @param parts the fields, in the order of the page
 * @param summary errors and warnings, in the order of the page; last those on no field
 */
public record OfferForm(
        List<OfferKind> kinds, HtmlControl kind, Map<FormStep, HtmlSection> parts, List<SummaryLine> summary) {
    /** Draws what was typed by somebody who may offer these kinds. */
    public static OfferForm of(
            Declaration typed, Collection<OfferKind> kinds, List<Finding> findings, Language language) {
        // A value in another spelling is seen in the preview.
        var told = findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .toList();
        var fields = OfferFields.of(kinds);
        var controls = HtmlControl.of(typed, fields, told, language);
        var parts = new LinkedHashMap<FormStep, HtmlSection>();
        for (var part : OfferFields.PARTS) {
            var own = controls.stream()
                    .skip(1)
                    .filter(control -> control.field().step() == part)
                    .toList();
            parts.put(part, HtmlSection.of(Optional.of(0), Optional.empty(), own));
        }
        return new OfferForm(
                kinds.stream().sorted().toList(), controls.get(0), parts, SummaryLine.of(findings, fields));
    }
}
