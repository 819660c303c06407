package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.guide.GuideModel;
import java.awt.Desktop;
import java.awt.Frame;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** The login guide, a step at a time: what the health check answered before it, what it says, and where it goes on. */
final class GuideWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private static final List<String> CONTACT = List.of("profession", "body", "address", "delay");
    private static final List<Integer> SHARES = List.of(32, 31, 20, 13);
    private static final int INNER_WIDTH = WIDTH - 32;

    private final transient GuideModel model;
    private final transient Runnable forget;
    private transient Texts texts = MainWindow.texts(Language.of(Locale.getDefault()));
    private transient Optional<GuideModel.Walk> shown = Optional.empty();
    private JComponent checking = new Column();
    private JButton back = new JButton();
    private Column column = new Column();
    private transient Optional<JButton> first = Optional.empty();

    GuideWindow(Frame owner, GuideModel model) {
        super(owner, "guide");
        this.model = model;
        forget = model.onChange(this::refresh);
    }

    @Override
    void speak(Texts language) {
        texts = language;
        entitle("guide.title", texts);
        checking =
                Colours.quiet(Paragraph.of(texts.get("guide.checking"), WIDTH).named("guide.checking"));
        remark(checking);
        back = Buttons.named("guide.back", texts, model::back);
        showBelow(new Row(
                back,
                Buttons.named("guide.restart", texts, model::restart),
                Buttons.named("guide.close", texts, this::dispose)));
        refresh();
    }

    private void refresh() {
        back.setEnabled(model.hasBack());
        checking.setVisible(model.isExamining());
        var walk = model.walk(texts.language().locale());
        // The health check tells each of its looks: nobody loses their place for one that changes nothing.
        if (shown.filter(walk::equals).isPresent()) {
            return;
        }
        shown = Optional.of(walk);
        column = new Column();
        first = Optional.empty();
        if (!walk.settled().isEmpty()) {
            column.with(answered(walk), 16);
        }
        var step = walk.step();
        column.with(Paragraph.heading(step.title(), WIDTH).named("guide.step"), 12);
        steps(step);
        contacts(step);
        links(step);
        choices(step);
        notes(step);
        show(column.gap(16).with(words(step.source())));
        begin(first.orElse(back));
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }

    /** The questions that the health check answered, by which finding, and a button to answer each oneself. */
    private Column answered(GuideModel.Walk walk) {
        var inner = Colours.warning(Column.card());
        inner.with(Paragraph.of(texts.get("guide.settled"), INNER_WIDTH).inBold());
        for (var one : walk.settled()) {
            var self = Buttons.named("guide.settled.self", texts, () -> model.ask(one.question()));
            self.setName("guide.settled.self." + one.question().id());
            self.getAccessibleContext()
                    .setAccessibleName(
                            texts.get("guide.settled.self.to", one.question().title()));
            inner.gap(8);
            part(inner, "guide.settled.question", one.question().title());
            part(
                    inner,
                    "guide.settled.answer",
                    texts.get("guide.settled.answer", one.choice().label()));
            part(
                    inner,
                    "guide.settled.because",
                    new DiagnosisWords(texts).finding("guide.settled.because", one.finding()));
            inner.with(self);
        }
        return inner;
    }

    private static void part(Column inner, String name, String words) {
        inner.with(Paragraph.of(words, INNER_WIDTH).named(name), 4);
    }

    private void steps(LoginGuide.Step step) {
        for (var number = 1; number <= step.steps().size(); number++) {
            var one = step.steps().get(number - 1);
            column.with(Paragraph.of(number + ". " + one.text(), WIDTH), 2);
            elsewhere(step, one.source());
        }
    }

    /** Who keeps the contact details, by profession: a table. */
    private void contacts(LoginGuide.Step step) {
        if (step.contacts().isEmpty()) {
            return;
        }
        heading("guide.contacts");
        var table = new Column();
        table.setName("guide.contacts");
        table.with(row(
                CONTACT.stream()
                        .map(name -> texts.get("guide.contacts." + name))
                        .toList(),
                Paragraph::inBold));
        for (var contact : step.contacts()) {
            var body = contact.body();
            // With its source where it was not read where the step was.
            var read = body.source().equals(step.source()) ? body.text() : body.text() + " (" + body.source() + ")";
            var cells = List.of(
                    contact.label(),
                    read,
                    body.address().map(URI::toString).orElseGet(() -> texts.get("guide.contacts.unknown")),
                    contact.delay().orElseGet(() -> texts.get("guide.contacts.no-delay")));
            table.gap(8).with(row(cells, Paragraph::copyable));
        }
        column.with(table);
    }

    private static Row row(List<String> cells, UnaryOperator<Paragraph> drawn) {
        return new Row(IntStream.range(0, cells.size())
                .mapToObj(i -> drawn.apply(Paragraph.of(cells.get(i), WIDTH * SHARES.get(i) / 100)))
                .toArray(Paragraph[]::new));
    }

    private void links(LoginGuide.Step step) {
        if (step.links().isEmpty()) {
            return;
        }
        heading("guide.links");
        for (var link : step.links()) {
            link(link);
            elsewhere(step, link.source());
            column.gap(6);
        }
    }

    /** An address to open or to copy, or that there is none. */
    private void link(LoginGuide.Part link) {
        column.with(Paragraph.of(link.text(), WIDTH).named("guide.link"));
        if (link.address().isEmpty()) {
            column.with(Colours.quiet(
                    Paragraph.of(texts.get("guide.link.unknown"), WIDTH).named("guide.link.unknown")));
            return;
        }
        var page = link.address().get();
        var address = new JTextField(page.toString());
        address.setName("guide.link.address");
        address.setEditable(false);
        address.getAccessibleContext().setAccessibleName(link.text());
        var open = Buttons.named("guide.link.open", texts, () -> browse(page));
        open.getAccessibleContext().setAccessibleName(texts.get("guide.link.open.what", link.text()));
        var opens = Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
        column.gap(2).with(opens ? new Row(address, open) : new Row(address));
    }

    private static void browse(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException e) {
            // No browser after all: the address is there to be copied.
            return;
        }
    }

    private void choices(LoginGuide.Step step) {
        if (step.choices().isEmpty()) {
            column.gap(16).with(Paragraph.of(texts.get("guide.end"), WIDTH).named("guide.end"));
            return;
        }
        heading(step.isQuestion() ? "guide.choices.question" : "guide.choices.procedure");
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
        column.gap(16).with(Paragraph.subheading(texts.get(key), WIDTH), 6);
    }

    /** Where a part of the step was read that was not read where the step was. */
    private void elsewhere(LoginGuide.Step step, String source) {
        if (!source.equals(step.source())) {
            column.with(words(source).named("guide.source.elsewhere"));
        }
    }

    private Paragraph words(String source) {
        return Colours.quiet(Paragraph.of(texts.get("guide.source", source), WIDTH));
    }
}
