package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.guide.GuideModel;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;

/** A step of the guide, whichever: what the health check answered before it, what it says, and where it goes on. */
final class GuidePanel {
    private static final int WIDTH = HelpDialog.WIDTH;

    private final Column column = new Column();
    private final GuideModel model;
    private final Texts texts;
    private Optional<JButton> first = Optional.empty();

    GuidePanel(GuideModel model, LoginGuide.Walk walk, Texts texts) {
        this.model = model;
        this.texts = texts;
        if (!walk.settled().isEmpty()) {
            column.with(new AnsweredQuestionsPanel(model, walk.settled(), texts).component())
                    .gap(16);
        }
        var step = walk.step();
        column.with(Paragraph.heading(step.title(), WIDTH).named("guide.step")).gap(12);
        steps(step);
        contacts(step);
        links(step);
        choices(step);
        notes(step);
        column.gap(16);
        column.with(words(step.source()));
    }

    JComponent component() {
        return column;
    }

    /** The first choice. */
    Optional<JButton> first() {
        return first;
    }

    private void steps(LoginGuide.Step step) {
        for (var number = 1; number <= step.steps().size(); number++) {
            var one = step.steps().get(number - 1);
            column.with(Paragraph.of(number + ". " + one.text(), WIDTH)).gap(2);
            elsewhere(step, one.source());
        }
    }

    private void contacts(LoginGuide.Step step) {
        if (!step.contacts().isEmpty()) {
            heading("guide.contacts");
            column.with(new ContactTable(step, WIDTH, texts).component());
        }
    }

    private void links(LoginGuide.Step step) {
        if (step.links().isEmpty()) {
            return;
        }
        heading("guide.links");
        for (var link : step.links()) {
            column.with(LinkRow.of(link, texts));
            elsewhere(step, link.source());
            column.gap(6);
        }
    }

    private void choices(LoginGuide.Step step) {
        if (step.kind() == LoginGuide.Step.Kind.END) {
            column.gap(16).with(Paragraph.of(texts.get("guide.end"), WIDTH).named("guide.end"));
            return;
        }
        heading(step.kind() == LoginGuide.Step.Kind.QUESTION ? "guide.choices.question" : "guide.choices.procedure");
        for (var choice : step.choices()) {
            var button = new JButton(choice.label());
            button.setName("guide.choice." + choice.id());
            // Keys go there at once: a screen reader says what is asked with it.
            button.getAccessibleContext().setAccessibleDescription(step.title());
            button.addActionListener(event -> model.choose(choice));
            first = first.or(() -> Optional.of(button));
            column.with(button);
            elsewhere(step, choice.source());
            column.gap(6);
        }
    }

    private void notes(LoginGuide.Step step) {
        if (step.notes().isEmpty()) {
            return;
        }
        heading("guide.notes");
        for (var note : step.notes()) {
            column.with(Paragraph.of(note.text(), WIDTH).named("guide.note"));
            elsewhere(step, note.source());
            column.gap(6);
        }
    }

    private void heading(String key) {
        column.gap(16).with(Paragraph.subheading(texts.get(key), WIDTH)).gap(6);
    }

    /** Where a part of the step was read that was not read where the step was. */
    private void elsewhere(LoginGuide.Step step, LoginGuide.Source source) {
        if (!source.equals(step.source())) {
            column.with(words(source).named("guide.source.elsewhere"));
        }
    }

    private Paragraph words(LoginGuide.Source source) {
        var text = texts.get("guide.source", source.inWords(texts.language().locale()));
        return Colours.quiet(Paragraph.of(text, WIDTH));
    }
}
