package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one step.
 *
 * @param sections those of each offer, then those of all
 * @param summary errors and warnings in the order of the page
 */
public record StepView(FormStep step, List<HtmlSection> sections, List<SummaryLine> summary) {
    /**
     * Lays a step out.
     *
     * @param isFixed whether the place must stay what it is
     * @param findings nothing where nobody asked yet
     */
    public static StepView of(
            FormStep step, Declaration declaration, boolean isFixed, List<Finding> findings, Language language) {
        var fields = DeclarationForm.fields(step, declaration);
        var controls = HtmlControl.of(declaration, fields, findings, language).stream()
                .map(control -> isFixed && control.field().is(Mark.IDENTITY) ? control.fixed() : control)
                .toList();
        var sections = new ArrayList<HtmlSection>();
        for (var i = 0; i < declaration.offers().size(); i++) {
            var title = "offer." + declaration.offers().get(i).shownKind().text();
            addSection(Optional.of(i), Optional.of(title), controls, sections);
        }
        addSection(Optional.empty(), Optional.empty(), controls, sections);
        var summary = SummaryLine.of(findings, DeclarationForm.fields(declaration)).stream()
                .filter(line -> line.step() == step)
                .toList();
        return new StepView(step, sections, summary);
    }

    private static void addSection(
            Optional<Integer> offer, Optional<String> title, List<HtmlControl> controls, List<HtmlSection> sections) {
        var own = controls.stream()
                .filter(control -> control.field().offer().equals(offer))
                .toList();
        if (!own.isEmpty()) {
            sections.add(HtmlSection.of(offer, title, own));
        }
    }
}
