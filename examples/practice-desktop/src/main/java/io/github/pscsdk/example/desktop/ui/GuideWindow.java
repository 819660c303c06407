package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.GuideModel;
import java.awt.Desktop;
import java.awt.Frame;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;

/** The login guide, a step at a time: the answers of the health check before it, the step, and where it goes on. */
final class GuideWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private static final List<Integer> SHARES = List.of(32, 31, 20, 13);
    private static final int INNER_WIDTH = WIDTH - 32;

    private final transient GuideModel model;
    private final transient Runnable forget;
    private transient Texts texts = MainWindow.texts(Language.FRENCH);
    private transient Optional<GuideModel.Walk> shown = Optional.empty();
    private JComponent checking = new Pane();
    private JButton back = new JButton();
    private Column column = new Column(texts, WIDTH);
    private transient Optional<JButton> first = Optional.empty();

    GuideWindow(Frame owner, GuideModel model) {
        super(owner, "guide");
        this.model = model;
        forget = model.onChange(this::refresh);
    }

    @Override
    void speak(Texts language) {
        texts = language;
        setTitle(texts.get("guide.title"));
        checking = new Paragraph(texts.get("guide.checking"), WIDTH).quiet();
        remark(checking);
        back = Buttons.named("guide.back", texts, model::back);
        showBelow(
                back,
                Buttons.named("guide.restart", texts, model::restart),
                Buttons.named("guide.close", texts, this::dispose));
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
        column = new Column(texts, WIDTH);
        first = Optional.empty();
        if (!walk.settled().isEmpty()) {
            column.put(answered(walk), 16);
        }
        var step = walk.step();
        column.text(step.title(), 12).heading(2).named("guide.step");
        for (var number = 1; number <= step.steps().size(); number++) {
            var one = step.steps().get(number - 1);
            column.text(number + ". " + one.text(), 2);
            elsewhere(step, one.source());
        }
        contacts(step);
        heading("guide.links", !step.links().isEmpty());
        for (var link : step.links()) {
            link(link);
            elsewhere(step, link.source());
            column.gap(6);
        }
        choices(step);
        heading("guide.notes", !step.notes().isEmpty());
        for (var note : step.notes()) {
            column.text(note.text(), 0);
            elsewhere(step, note.source());
            column.gap(6);
        }
        source(column.gap(16), step.source());
        show(column);
        begin(first.orElse(back));
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }

    /** The questions that the health check answered, by which finding, and a button to answer each oneself. */
    private Column answered(GuideModel.Walk walk) {
        var inner = LookAndFeel.warning(Column.card(texts, INNER_WIDTH));
        inner.say(0, "guide.settled").bold();
        for (var one : walk.settled()) {
            var question = one.question();
            inner.gap(8).text(question.title(), 4).named("guide.settled.question");
            inner.say(4, "guide.settled.answer", one.choice().label());
            var because = DiagnosisPanel.finding("guide.settled.because", one.finding(), texts);
            inner.text(because, 4).named("guide.settled.because");
            var spoken = texts.get("guide.settled.self.to", question.title());
            var self = inner.button("guide.settled.self", 0, () -> model.ask(question));
            Buttons.one(self, "guide.settled.self." + question.id(), spoken);
        }
        return inner;
    }

    /** A table of who keeps the contact details, by profession. */
    private void contacts(LoginGuide.Step step) {
        if (step.contacts().isEmpty()) {
            return;
        }
        heading("guide.contacts", true);
        var table = new Column(texts, WIDTH);
        table.setName("guide.contacts");
        var titles = Stream.of("profession", "body", "address", "delay");
        table.put(row(titles.map(name -> texts.get("guide.contacts." + name)).toList(), Paragraph::bold), 0);
        for (var contact : step.contacts()) {
            var body = contact.body();
            // With its source where it was not read where the step was.
            var isElsewhere = !body.source().equals(step.source());
            var source = isElsewhere ? " (" + body.source() + ")" : "";
            var cells = List.of(
                    contact.label(),
                    body.text() + source,
                    body.address().map(URI::toString).orElseGet(() -> texts.get("guide.contacts.unknown")),
                    contact.delay().orElseGet(() -> texts.get("guide.contacts.no-delay")));
            table.gap(8).put(row(cells, Paragraph::copyable), 0);
        }
        column.put(table, 0);
    }

    private static Row row(List<String> cells, UnaryOperator<Paragraph> drawn) {
        return new Row(IntStream.range(0, cells.size())
                .mapToObj(i -> drawn.apply(new Paragraph(cells.get(i), WIDTH * SHARES.get(i) / 100)))
                .toArray(Paragraph[]::new));
    }

    /** An address to open or to copy, or that there is none. */
    private void link(LoginGuide.Part link) {
        column.text(link.text(), 0);
        if (link.address().isEmpty()) {
            column.say(0, "guide.link.unknown").quiet();
            return;
        }
        var page = link.address().get();
        var address = TextFields.address(page, "guide.link.address", link.text());
        var open = Buttons.named("guide.link.open", texts, () -> browse(page));
        Buttons.one(open, "guide.link.open", texts.get("guide.link.open.what", link.text()));
        var opens = Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
        column.gap(2).put(opens ? new Row(address, open) : new Row(address), 0);
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
            column.gap(16).say(0, "guide.end");
            return;
        }
        var isQuestion = step.isQuestion();
        heading(isQuestion ? "guide.choices.question" : "guide.choices.procedure", true);
        for (var choice : step.choices()) {
            var name = "guide.choice." + choice.id();
            var button = column.put(Buttons.of(choice.label(), name, () -> model.choose(choice)), 0);
            // Keys go there at once: a screen reader says what is asked with it.
            button.getAccessibleContext().setAccessibleDescription(step.title());
            first = first.or(() -> Optional.of(button));
            elsewhere(step, choice.source());
            column.gap(6);
        }
    }

    private void heading(String key, boolean needed) {
        if (needed) {
            column.gap(16).say(6, key).heading(3).named("");
        }
    }

    /** Where a part of the step was read that was not read where the step was. */
    private void elsewhere(LoginGuide.Step step, String source) {
        if (!source.equals(step.source())) {
            source(column, source).named("guide.source.elsewhere");
        }
    }

    private Paragraph source(Column below, String source) {
        return below.say(0, "guide.source", source).quiet();
    }
}
