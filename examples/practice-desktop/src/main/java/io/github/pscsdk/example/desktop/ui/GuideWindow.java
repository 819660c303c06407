package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.example.desktop.model.GuideModel;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JTextField;

/** The login guide, a step at a time: the answers of the health check before it, the step, and where it goes on. */
final class GuideWindow extends HelpDialog {
    private final GuideModel model;
    private final HealthCheckModel healthCheck;
    private Optional<GuideModel.Walk> shown = Optional.empty();

    GuideWindow(HelpWindows windows) {
        super(windows, "guide");
        model = windows.guide();
        healthCheck = windows.healthCheck();
        follow(model, healthCheck);
    }

    @Override
    void draw() {
        var checking = new Paragraph(texts.get("guide.checking"), WIDTH).quiet();
        checking.setVisible(healthCheck.isExamining());
        remark(checking);
        var walk = model.walk();
        // A health check that ends changes nothing as a rule: the reader keeps their place then.
        if (shown.filter(walk::equals).isPresent()) {
            return;
        }
        shown = Optional.of(walk);
        var back = Controls.named("guide.back", texts, model::back);
        back.setEnabled(walk.hasBack());
        showBelow(
                back,
                Controls.named("guide.restart", texts, model::restart),
                Controls.named("guide.close", texts, this::dispose));
        var column = new Column(texts, WIDTH);
        if (!walk.settled().isEmpty()) {
            column.put(settled(walk), 16);
        }
        var step = walk.step();
        column.text(step.title(), 12).heading(2).named("guide.step");
        for (var number = 1; number <= step.steps().size(); number++) {
            var one = step.steps().get(number - 1);
            column.text(number + ". " + one.text(), 2);
            elsewhere(column, step, one.source(), 0);
        }
        contacts(column, step);
        links(column, step);
        var first = choices(column, step);
        if (!step.notes().isEmpty()) {
            column.heading("guide.notes");
        }
        for (var note : step.notes()) {
            column.text(note.text(), 0);
            elsewhere(column, step, note.source(), 6);
        }
        column.gap(16).say(0, "guide.source", step.source()).quiet();
        show(column);
        begin(first.orElse(back));
    }

    /** The questions that the health check answered, by which finding, and a button to answer each oneself. */
    private Column settled(GuideModel.Walk walk) {
        var inner = LookAndFeel.warning(Column.card(texts, WIDTH - 32));
        inner.say(0, "guide.settled").bold();
        for (var one : walk.settled()) {
            var question = one.question();
            inner.gap(8).text(question.title(), 4).named("guide.settled.question");
            inner.say(4, "guide.settled.answer", one.choice().label());
            var because = HealthCheckWindow.finding("guide.settled.because", one.finding(), texts);
            inner.text(because, 4).named("guide.settled.because");
            var spoken = texts.get("guide.settled.self.to", question.title());
            var self = inner.button("guide.settled.self", 0, () -> model.ask(question));
            Controls.one(self, "guide.settled.self." + question.id(), spoken);
        }
        return inner;
    }

    /** The bodies that keep the contact details, by profession; the source, where it is not that of the step. */
    private void contacts(Column column, LoginGuide.Step step) {
        if (!step.contacts().isEmpty()) {
            column.heading("guide.contacts");
        }
        for (var contact : step.contacts()) {
            var body = contact.body();
            var address = body.address().map(URI::toString).orElseGet(() -> texts.get("guide.contacts.unknown"));
            var delay = contact.delay().orElseGet(() -> texts.get("guide.contacts.no-delay"));
            column.text(contact.label(), 0).bold();
            column.text(texts.get("guide.contact", body.text(), address, delay), 0)
                    .copyable()
                    .named("guide.contact");
            elsewhere(column, step, body.source(), 8);
        }
    }

    /** Addresses to open or to copy; where there is none, that is said. */
    private void links(Column column, LoginGuide.Step step) {
        if (!step.links().isEmpty()) {
            column.heading("guide.links");
        }
        for (var link : step.links()) {
            column.text(link.text(), 2);
            link.address()
                    .ifPresentOrElse(
                            page -> column.put(address(link, page), 0),
                            () -> column.say(0, "guide.link.unknown").quiet());
            elsewhere(column, step, link.source(), 6);
        }
    }

    private Box address(LoginGuide.Part link, URI page) {
        var address = new JTextField(page.toString());
        address.setName("guide.link.address");
        address.setEditable(false);
        address.getAccessibleContext().setAccessibleName(link.text());
        var open = Controls.named("guide.link.open", texts, () -> browse(page));
        Controls.one(open, "guide.link.open", texts.get("guide.link.open.what", link.text()));
        open.setVisible(Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE));
        return Column.row(address, open);
    }

    private static void browse(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException e) {
            // No browser after all: the address is there to be copied.
            return;
        }
    }

    /** The first of the buttons that lead on, to which keys go at once. */
    private Optional<JButton> choices(Column column, LoginGuide.Step step) {
        if (step.choices().isEmpty()) {
            column.gap(16).say(0, "guide.end");
            return Optional.empty();
        }
        column.heading(step.isQuestion() ? "guide.choices.question" : "guide.choices.procedure");
        Optional<JButton> first = Optional.empty();
        for (var choice : step.choices()) {
            var name = "guide.choice." + choice.id();
            var button = column.put(Controls.of(choice.label(), name, () -> model.choose(choice)), 0);
            // A screen reader says the question with the answer.
            button.getAccessibleContext().setAccessibleDescription(step.title());
            first = first.or(() -> Optional.of(button));
            elsewhere(column, step, choice.source(), 6);
        }
        return first;
    }

    /** The source of a part of the step that was not read where the step was; then a gap. */
    private static void elsewhere(Column column, LoginGuide.Step step, String source, int gap) {
        if (!source.equals(step.source())) {
            column.say(0, "guide.source", source).quiet().named("guide.source.elsewhere");
        }
        column.gap(gap);
    }
}
