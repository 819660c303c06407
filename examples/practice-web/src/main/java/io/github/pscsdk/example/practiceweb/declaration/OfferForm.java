package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.Answer;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form as a page draws it.
 *
 * @param kinds which the person may offer
 * @param kind the choice between them
 * @param parts the fields, in the order of the page
 * @param summary errors and warnings, in the order of the page; last those on no field
 */
public record OfferForm(List<OfferKind> kinds, HtmlControl kind, Map<FormStep, HtmlSection> parts, List<Line> summary) {
    /**
     * A line of the summary.
     *
     * @param at the field that it is on, if it is on one
     * @param finding what to do
     */
    public record Line(Optional<HtmlControl> at, Finding finding) {}

    /** Draws what was typed by somebody who may offer these kinds. */
    public static OfferForm of(
            Declaration typed, Collection<OfferKind> kinds, List<Finding> findings, Language language) {
        // What was merely written in another spelling is seen in the preview.
        var told = findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .toList();
        var controls = HtmlControl.of(typed, OfferFields.of(kinds), told, language);
        var parts = new LinkedHashMap<FormStep, HtmlSection>();
        OfferFields.PARTS.forEach(part -> parts.put(
                part,
                HtmlSection.of(
                        Optional.of(0),
                        Optional.empty(),
                        controls.stream()
                                .skip(1)
                                .filter(control -> control.field().step() == part)
                                .toList())));
        var atFields = controls.stream()
                .flatMap(control -> control.findings().stream().map(finding -> new Line(Optional.of(control), finding)))
                .toList();
        var placed = atFields.stream().map(Line::finding).collect(Collectors.toSet());
        var elsewhere = told.stream()
                .filter(finding -> !placed.contains(finding))
                .map(finding -> new Line(Optional.empty(), finding));
        return new OfferForm(
                kinds.stream().sorted().toList(),
                controls.get(0),
                parts,
                Stream.concat(atFields.stream(), elsewhere).toList());
    }

    /** The warnings at what the rules accepted. */
    public static List<Line> warnings(Declaration accepted, List<Finding> findings, Language language) {
        return of(accepted, List.of(OfferKind.values()), findings, language).summary();
    }

    /** The answers, in the order of the page. */
    public static List<Answer> answers(Declaration declaration, Language language) {
        return Answer.of(declaration, OfferFields.of(List.of(OfferKind.values())), language);
    }

    /** How many answers stand in the way. */
    public long errors() {
        return summary.stream()
                .filter(line -> line.finding().severity() == Severity.E)
                .count();
    }

    /** The days that are open, as the page tells them to whom it is sent. */
    public String shownDays() {
        return parts.get(FormStep.HOURS).main().stream()
                .filter(HtmlControl::isOpen)
                .map(day -> day.field().path())
                .collect(Collectors.joining(" "));
    }
}
