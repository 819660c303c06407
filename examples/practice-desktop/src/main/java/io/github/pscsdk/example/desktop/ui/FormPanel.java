package io.github.pscsdk.example.desktop.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.formdev.flatlaf.FlatClientProperties;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;

/** The form, a step at a time: its question, fields with findings, the public's text, and one strong button. */
final class FormPanel extends JPanel {
    private static final int WIDTH = Column.WIDTH;
    private static final int ASIDE_WIDTH = 260;
    private static final int LABEL_WIDTH = 180;
    private static final int FOUND_WIDTH = 420;
    private static final int ANSWER_WIDTH = WIDTH - LABEL_WIDTH - 3 * BorderPanel.EDGE;

    private final FormModel model;
    private final Texts texts;
    private final Language language;
    private final BorderPanel steps = new BorderPanel();
    private final BorderPanel content = BorderPanel.edged(BorderPanel.EDGE);
    private final JScrollPane scroll = BorderPanel.scrolling(content);
    private final BorderPanel said = BorderPanel.edged(BorderPanel.EDGE);
    private final BorderPanel failure = new BorderPanel();
    private final JLabel outcome = new JLabel(" ");
    private final BorderPanel buttons = new BorderPanel();
    private Optional<Shown> shown = Optional.empty();

    private record Shown(FormStep step, Declaration content, List<Finding> findings, Optional<String> corrected) {}

    FormPanel(FormModel model, Texts texts) {
        super(new BorderLayout());
        this.model = model;
        this.texts = texts;
        language = texts.language();
        setName("form");
        outcome.setName("form.outcome");
        failure.setOpaque(false);
        var below = new Column(texts);
        below.put(failure, 0);
        below.put(outcome, 8);
        below.put(buttons, 0);
        BorderPanel.edge(below, BorderPanel.EDGE / 2);
        add(steps, BorderLayout.NORTH);
        add(scroll);
        add(said, BorderLayout.EAST);
        add(below, BorderLayout.SOUTH);
        refresh();
    }

    void refresh() {
        var now = now();
        if (shown.filter(now::equals).isEmpty()) {
            var before = shown;
            shown = Optional.of(now);
            var focused = Optional.ofNullable(KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getFocusOwner())
                    .filter(owner -> SwingUtilities.isDescendingFrom(owner, content))
                    .map(Component::getName);
            var tabs = Stream.of(FormStep.values()).map(this::tab).toArray(JComponent[]::new);
            steps.show(Column.row(tabs), BorderLayout.WEST);
            content.show(step(), BorderLayout.NORTH);
            buttons.show(buttons(), BorderLayout.WEST);
            showWhatThePublicReads();
            SwingUtilities.invokeLater(() -> goOn(before, now, focused));
        }
        outcome.setText(texts.find("form." + KebabCase.of(model.outcome())).orElse(" "));
        var told = new Column(texts);
        model.failure().ifPresent(problem -> {
            told.say(4, "form.not-kept").wrong();
            told.remedy(problem, 8);
        });
        failure.show(told, BorderLayout.WEST);
    }

    private Shown now() {
        return new Shown(model.step(), model.content(), model.findings(), model.corrected());
    }

    private void typed(FormField field, List<String> values) {
        model.type(field, values);
        shown = Optional.of(now());
        showWhatThePublicReads();
    }

    /** Keys go to what is to be corrected, to the beginning of another step, or stay where they were. */
    private void goOn(Optional<Shown> before, Shown now, Optional<String> focused) {
        var isOther = before.filter(former -> former.step() == now.step()).isEmpty();
        var isFound = before.filter(former -> former.findings().equals(now.findings()))
                .isEmpty();
        var wrong = model.summary().stream().filter(SummaryLine::isError).findFirst();
        if (wrong.isPresent() && isFound && now.step() != FormStep.CHECK) {
            wrong.get().field().ifPresent(this::focus);
        } else {
            if (isOther) {
                scroll.getVerticalScrollBar().setValue(0);
            }
            focused.filter(name -> !isOther)
                    .flatMap(name -> input(name::equals))
                    .or(() -> input(any -> isOther || focused.isPresent()))
                    .ifPresent(Component::requestFocusInWindow);
        }
    }

    /** To the text of the field, or the first of its boxes, with the whole field in sight. */
    private void focus(FormField field) {
        input(field.path()::equals)
                .or(() -> input(name -> name.startsWith(field.path() + ".")))
                .ifPresent(input -> {
                    var around = (Column) SwingUtilities.getAncestorOfClass(Column.class, input);
                    ((JComponent) around.getParent()).scrollRectToVisible(around.getBounds());
                    input.requestFocusInWindow();
                });
    }

    /** The first of such a name that takes keys. */
    private Optional<Component> input(Predicate<String> name) {
        return within(content)
                .filter(one -> one.isFocusable() && one.isEnabled() && one.getName() != null)
                .filter(one -> name.test(one.getName()))
                .findFirst();
    }

    private static Stream<Component> within(Container container) {
        return Stream.of(container.getComponents())
                .filter(Component::isVisible)
                .flatMap(one ->
                        one instanceof Container inner ? Stream.concat(Stream.of(one), within(inner)) : Stream.of(one));
    }

    private JComponent tab(FormStep step) {
        var tab = new JToggleButton(step.ordinal() + 1 + ". " + step.title(language), step == model.step());
        tab.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TAB);
        tab.setName("step." + step.code());
        tab.addActionListener(event -> {
            tab.setSelected(step == model.step());
            model.go(step);
        });
        return tab;
    }

    private JComponent buttons() {
        var isLast = model.step() == FormStep.CHECK;
        var main = isLast
                ? Controls.named("form.hand-over", texts, model::handOver)
                : Controls.named("form.next", texts, model::next);
        main.setEnabled(!isLast || !model.isStopped());
        var before = model.step().previous();
        var back = Controls.named("form.back", texts, () -> before.ifPresent(model::go));
        back.setEnabled(before.isPresent());
        return Column.row(
                Controls.main(main),
                back,
                Controls.quiet(Controls.named("form.save", texts, model::keep)),
                Controls.quiet(Controls.named("form.new", texts, model::anew)));
    }

    private Column step() {
        var column = new Column(texts);
        model.rights()
                .refusal()
                .ifPresent(words -> column.text(words.in(language), 8).wrong());
        model.corrected().ifPresent(number -> LookAndFeel.warning(column.say(8, "form.correcting", number)));
        summary(column);
        column.text(model.step().question(language), 4).heading(1);
        column.text(model.step().help(language), 16).quiet();
        if (model.step() == FormStep.CHECK) {
            Stream.of(FormStep.values()).filter(step -> step != FormStep.CHECK).forEach(step -> answers(column, step));
        }
        sections().forEach(section -> section(column, section));
        if (model.step() == FormStep.OFFER) {
            Stream.of(OfferKind.values())
                    .filter(model.rights().kinds()::contains)
                    .filter(kind -> model.content().offers().stream().noneMatch(offer -> offer.shownKind() == kind))
                    .forEach(kind -> column.button(
                            "offer.add." + kind.text(),
                            8,
                            () -> model.change(before -> DeclarationForm.withOffer(before, kind))));
        }
        return column;
    }

    private void summary(Column column) {
        var lines = model.summary();
        if (lines.isEmpty()) {
            return;
        }
        var errors = SummaryLine.errors(lines);
        var card = Column.card(texts, WIDTH);
        var key = errors == 0 ? "form.remarks" : errors == 1 ? "form.error" : "form.errors";
        var heading = card.say(0, key, errors).heading(3).named("form.findings");
        if (errors > 0) {
            heading.wrong();
        }
        lines.forEach(line -> card.gap(8).put(told(line), 0));
        column.put(card, 16);
    }

    private JComponent told(SummaryLine line) {
        var words = line.finding().text(language);
        return line.field()
                .map(field -> {
                    var mend = change("form.mend", "mend." + field.path(), field.label(language), () -> {
                        model.go(field.step());
                        SwingUtilities.invokeLater(() -> focus(field));
                    });
                    return Column.row(new Paragraph(field.label(language) + " – " + words, FOUND_WIDTH), mend);
                })
                .orElseGet(() -> Column.row(new Paragraph(words, FOUND_WIDTH)));
    }

    /** One of several buttons that lead to what is to be changed; a screen reader says to what. */
    private JButton change(String key, String name, String what, Runnable action) {
        var button = Controls.quiet(Controls.named(key, texts, action));
        return Controls.one(button, name, button.getText() + " " + what);
    }

    /** The fields of this step, those of each offer together. */
    private List<HtmlSection> sections() {
        var fields = DeclarationForm.fields(model.step(), model.content());
        var offers = model.content().offers();
        var sections = new ArrayList<HtmlSection>();
        HtmlControl.of(model.content(), fields, model.findings(), language).stream()
                .map(control -> model.isFixed(control.field()) ? control.fixed() : control)
                .collect(groupingBy(control -> control.field().offer(), LinkedHashMap::new, toList()))
                .forEach((offer, controls) -> sections.add(HtmlSection.of(
                        offer, offer.map(index -> offers.get(index).shownKind().text()), controls)));
        return sections;
    }

    private void section(Column column, HtmlSection section) {
        section.title().ifPresent(kind -> column.say(8, "offer." + kind).heading(2));
        if (model.step() == FormStep.HOURS) {
            column.put(new WeekView(section, model, this::view, texts), 8);
        } else {
            section.main().forEach(control -> column.put(view(control).component(), 0));
        }
        if (!section.more().isEmpty()) {
            var inner = new Column(texts);
            section.more().forEach(control -> inner.put(view(control).component(), 0));
            inner.setVisible(section.isMoreOpen() || section.more().stream().anyMatch(HtmlControl::isOpen));
            var first = section.more().get(0);
            var open = Controls.of(
                    texts.get("form.more", first.label()),
                    "more." + first.field().path(),
                    () -> {
                        inner.setVisible(!inner.isVisible());
                        revalidate();
                    });
            column.put(Controls.quiet(open), 8);
            column.put(inner, 0);
        }
        if (model.step() == FormStep.OFFER && section.offer().isPresent()) {
            var index = section.offer().get();
            var key = "offer.remove." + section.title().orElseThrow();
            var remove = column.button(key, 16, () -> model.change(before -> before.without(index)));
            LookAndFeel.wrong(Controls.quiet(remove));
        }
    }

    private FieldView view(HtmlControl control) {
        return new FieldView(control, values -> typed(control.field(), values), model::accept, texts);
    }

    private void answers(Column column, FormStep step) {
        var change = change("check.change", "check.change." + step.code(), step.title(language), () -> model.go(step));
        var card = Column.card(texts, WIDTH - 3 * BorderPanel.EDGE);
        card.put(Column.row(new Paragraph(step.title(language), LABEL_WIDTH).heading(3), change), 0);
        var answers = HtmlControl.filled(model.content(), DeclarationForm.fields(step, model.content()), language);
        for (var answer : answers) {
            var label = new Paragraph(answer.label(), LABEL_WIDTH).quiet();
            card.gap(4).put(Column.row(label, new Paragraph(answer.text(), ANSWER_WIDTH)), 0);
        }
        if (answers.isEmpty()) {
            card.say(0, "check.nothing").quiet();
        }
        column.put(card, 16);
    }

    private void showWhatThePublicReads() {
        var text = PublicText.of(model.content(), language);
        var column = Column.card(texts, ASIDE_WIDTH);
        column.say(8, "said.title").quiet().bold();
        column.text(text.name().orElse(texts.get("work.place.unnamed")), 0).bold();
        text.address().forEach(line -> column.text(line, 0));
        for (var offer : text.offers()) {
            column.gap(8).text(String.join(" ", offer.sentences()), 0).named("said");
            offer.missing().forEach(missing -> column.gap(4).text(missing, 0).quiet());
        }
        said.show(column, BorderLayout.NORTH);
    }
}
