package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
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
public record StepForm(FormStep step, List<Section> sections, List<Entry> summary) {
    public StepForm {
        sections = List.copyOf(sections);
        summary = List.copyOf(summary);
    }

    /**
     * Fields that stand together.
     *
     * @param offer the number of the offer; empty where they are not of one
     * @param title the key of what the offer is called; empty where nothing stands above them
     * @param main those that most people fill
     * @param more those that few people need
     */
    public record Section(
            Optional<Integer> offer, Optional<String> title, List<HtmlControl> main, List<HtmlControl> more) {
        public Section {
            main = List.copyOf(main);
            more = List.copyOf(more);
        }

        /** Whether nothing is said of any day. */
        public boolean isEmptyWeek() {
            return main.stream().noneMatch(HtmlControl::isOpen);
        }

        /** Whether something is remarked on a field that stands apart, or it has a value: then it is shown. */
        public boolean isMoreOpen() {
            return more.stream().anyMatch(control -> !control.findings().isEmpty());
        }

        /** Whether a week in one text waits to be laid out. */
        public boolean isText() {
            return more.stream().anyMatch(control -> control.field().path().endsWith(".hoursText") && control.isOpen());
        }

        /** The open day before that one; empty where there is none. */
        public Optional<HtmlControl> before(HtmlControl day) {
            return main.stream()
                    .limit(main.indexOf(day))
                    .filter(other -> !other.value().isBlank())
                    .reduce((first, last) -> last);
        }

        private static Section of(Optional<Integer> offer, Optional<String> title, List<HtmlControl> controls) {
            var more = controls.stream()
                    .filter(control -> control.field().is(Mark.MORE))
                    .toList();
            return new Section(
                    offer,
                    title,
                    controls.stream().filter(control -> !more.contains(control)).toList(),
                    more);
        }
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
        var sections = new ArrayList<Section>();
        for (var i = 0; i < declaration.offers().size(); i++) {
            var offer = Optional.of(i);
            var title = "offer." + (declaration.offers().get(i).isTesting() ? "testing" : "vaccination");
            var own = controls.stream()
                    .filter(control -> control.field().offer().equals(offer))
                    .toList();
            if (!own.isEmpty()) {
                sections.add(Section.of(offer, Optional.of(title), own));
            }
        }
        var others = controls.stream()
                .filter(control -> control.field().offer().isEmpty())
                .toList();
        if (!others.isEmpty()) {
            sections.add(Section.of(Optional.empty(), Optional.empty(), others));
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
