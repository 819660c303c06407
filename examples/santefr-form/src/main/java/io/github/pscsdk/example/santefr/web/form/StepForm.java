package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.web.view.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one step.
 *
 * @param step which
 * @param sections its fields: those of each offer, then those of all
 * @param summary errors and warnings in the order of the page
 */
public record StepForm(FormStep step, List<HtmlSection> sections, List<Entry> summary) {
    public StepForm {
        sections = List.copyOf(sections);
        summary = List.copyOf(summary);
    }

    /**
     * A line of the summary.
     *
     * @param note what
     * @param label of the field; empty where the form has none for it
     * @param step on which it is mended
     * @param anchor of the field within that step; empty where the form has no field for it
     */
    public record Entry(Note note, Optional<String> label, FormStep step, Optional<String> anchor) {}

    /**
     * Lays a step out.
     *
     * @param declaration as it was written
     * @param fixed whether the place must stay what it is
     * @param findings nothing where nobody asked yet
     */
    public static StepForm of(
            FormStep step, Declaration declaration, boolean fixed, List<Finding> findings, Language language) {
        var controls =
                HtmlControl.of(declaration, DeclarationForm.fields(step, declaration), findings, language).stream()
                        .map(control -> fixed && control.field().is(Mark.IDENTITY) ? control.fixed() : control)
                        .toList();
        var sections = new ArrayList<HtmlSection>();
        for (var i = 0; i < declaration.offers().size(); i++) {
            var offer = Optional.of(i);
            var title = "offer." + (declaration.offers().get(i).isTesting() ? "testing" : "vaccination");
            var own = controls.stream()
                    .filter(control -> control.field().offer().equals(offer))
                    .toList();
            if (!own.isEmpty()) {
                sections.add(HtmlSection.of(offer, Optional.of(title), own));
            }
        }
        var others = controls.stream()
                .filter(control -> control.field().offer().isEmpty())
                .toList();
        if (!others.isEmpty()) {
            sections.add(HtmlSection.of(Optional.empty(), Optional.empty(), others));
        }
        return new StepForm(
                step,
                sections,
                summary(declaration, findings, language).stream()
                        .filter(entry -> entry.step() == step)
                        .toList());
    }

    /** Errors and warnings of all steps, in the order of the form. */
    public static List<Entry> summary(Declaration declaration, List<Finding> findings, Language language) {
        var order = DeclarationForm.fields(declaration).stream()
                .map(FormField::path)
                .toList();
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.N)
                .map(finding -> entry(finding, declaration, language))
                .sorted(java.util.Comparator.comparing(Entry::step)
                        .thenComparing(entry -> entry.anchor()
                                .map(anchor -> index(order, anchor))
                                .orElse(-1)))
                .toList();
    }

    private static int index(List<String> order, String anchor) {
        return order.stream().map(HtmlControl::id).toList().indexOf(anchor);
    }

    private static Entry entry(Finding finding, Declaration declaration, Language language) {
        var field = DeclarationForm.at(finding.field(), declaration);
        return new Entry(
                Note.of(finding, language),
                field.map(known -> known.label(language)),
                DeclarationForm.stepOf(finding.field(), declaration),
                field.map(known -> HtmlControl.id(known.path())));
    }

    /** How many answers stand in the way of a hand-over. */
    public long errors() {
        return errors(summary);
    }

    /** How many of those lines stand in the way of a hand-over. */
    public static long errors(List<Entry> summary) {
        return summary.stream()
                .filter(entry -> entry.note().severity() == Severity.E)
                .count();
    }
}
