package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.Answer;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** The form, a step at a time: its question, its fields with their findings, beside them what the public will read, and one strong button. */
final class FormPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 16;
    private static final int WIDTH = FieldView.WIDTH;
    private static final int ASIDE_WIDTH = 260;
    private static final int LABEL_WIDTH = 180;
    private static final int FOUND_WIDTH = 420;

    private final transient FormModel model;
    private final transient Texts texts;
    private final JPanel steps = new JPanel(new BorderLayout());
    private final JPanel content = new JPanel(new BorderLayout());
    private final JScrollPane scroll = Column.scrolling(content);
    private final Column said = Column.aside();
    private final Column failure = new Column();
    private final JLabel outcome = new JLabel(" ");
    private final JPanel buttons = new JPanel(new BorderLayout());
    private final transient Map<String, JComponent> places = new HashMap<>();
    private transient Optional<Shown> shown = Optional.empty();

    private record Shown(FormStep step, Declaration content, List<Finding> findings, Optional<String> corrected) {}

    FormPanel(FormModel model, Texts texts) {
        super(new BorderLayout());
        this.model = model;
        this.texts = texts;
        setName("form");
        outcome.setName("form.outcome");
        var edge = UIScale.scale(EDGE);
        content.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
        var aside = new JPanel(new BorderLayout());
        aside.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
        aside.add(said, BorderLayout.NORTH);
        var below = new Column().with(failure).with(outcome, 8).with(buttons);
        below.setBorder(BorderFactory.createEmptyBorder(edge / 2, edge, edge, edge));
        add(steps, BorderLayout.NORTH);
        add(scroll);
        add(aside, BorderLayout.EAST);
        add(below, BorderLayout.SOUTH);
        refresh();
    }

    /** What the model holds now. */
    void refresh() {
        var now = now();
        if (shown.filter(now::equals).isEmpty()) {
            var before = shown;
            shown = Optional.of(now);
            var focused = Optional.ofNullable(KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getFocusOwner())
                    .filter(owner -> SwingUtilities.isDescendingFrom(owner, content))
                    .map(Component::getName);
            layOut();
            SwingUtilities.invokeLater(() -> goOn(before, now, focused));
        }
        outcome.setText(
                switch (model.outcome()) {
                    case NONE -> " ";
                    case SAVED -> texts.get("form.saved");
                    case HANDED_OVER -> texts.get("form.handed-over");
                });
        failure.removeAll();
        model.failure()
                .ifPresent(problem -> failure.with(
                                Colours.wrong(Paragraph.of(texts.get("form.not-kept"), WIDTH)
                                        .named("form.not-kept")),
                                4)
                        .with(RemedyPanel.of(problem, texts, WIDTH), 8));
        revalidate();
        repaint();
    }

    private Shown now() {
        return new Shown(model.step(), model.content(), model.findings(), model.corrected());
    }

    private void typed(FormField field, List<String> values) {
        model.type(field, values);
        shown = Optional.of(now());
        showWhatThePublicReads();
    }

    private void layOut() {
        places.clear();
        put(steps, steps(), BorderLayout.WEST);
        put(content, step(), BorderLayout.NORTH);
        put(buttons, buttons(), BorderLayout.WEST);
        showWhatThePublicReads();
    }

    private static void put(JPanel place, JComponent component, String where) {
        place.removeAll();
        place.add(component, where);
    }

    /** Keys go to what is to be corrected, to the beginning of another step, or stay where they were. */
    private void goOn(Optional<Shown> before, Shown now, Optional<String> focused) {
        var isOther = before.filter(former -> former.step() == now.step()).isEmpty();
        var isFound = before.filter(former -> former.findings().equals(now.findings()))
                .isEmpty();
        var wrong = here().filter(finding -> finding.severity() == Severity.E).findFirst();
        if (wrong.isPresent() && isFound && now.step() != FormStep.CHECK) {
            focus(wrong.get());
        } else if (isOther) {
            scroll.getVerticalScrollBar().setValue(0);
            first(content, any -> true).ifPresent(Component::requestFocusInWindow);
        } else {
            focused.flatMap(name ->
                            first(content, one -> name.equals(one.getName())).or(() -> first(content, any -> true)))
                    .ifPresent(Component::requestFocusInWindow);
        }
    }

    private void focus(Finding finding) {
        DeclarationForm.at(finding.field(), model.content())
                .map(field -> places.get(field.path()))
                .ifPresent(place -> {
                    ((JComponent) place.getParent()).scrollRectToVisible(place.getBounds());
                    // Of a day, its hours.
                    first(place, JTextComponent.class::isInstance)
                            .or(() -> first(place, any -> true))
                            .ifPresent(Component::requestFocusInWindow);
                });
    }

    private static Stream<Component> within(Container container) {
        return Arrays.stream(container.getComponents())
                .filter(Component::isVisible)
                .flatMap(one ->
                        one instanceof Container inner ? Stream.concat(Stream.of(one), within(inner)) : Stream.of(one));
    }

    /** The first that takes keys and is so. */
    private static Optional<Component> first(Container container, Predicate<Component> so) {
        return within(container)
                .filter(one -> one.isFocusable() && one.isEnabled() && one.getName() != null)
                .filter(so)
                .findFirst();
    }

    private JComponent steps() {
        return new Row(Arrays.stream(FormStep.values())
                .map(step -> {
                    var tab = new JToggleButton(
                            step.ordinal() + 1 + ". " + step.title(texts.language()), step == model.step());
                    tab.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TAB);
                    tab.setName("step." + step.code());
                    tab.addActionListener(event -> {
                        tab.setSelected(step == model.step());
                        model.go(step);
                    });
                    return tab;
                })
                .toArray(JComponent[]::new));
    }

    private JComponent buttons() {
        var isLast = model.step() == FormStep.CHECK;
        var main = Buttons.main(
                isLast
                        ? Buttons.named("form.hand-over", texts, model::handOver)
                        : Buttons.named("form.next", texts, model::next));
        main.setEnabled(!isLast || here().noneMatch(finding -> finding.severity() == Severity.E));
        var back =
                Buttons.named("form.back", texts, () -> model.step().previous().ifPresent(model::go));
        back.setEnabled(model.step().previous().isPresent());
        return new Row(
                main,
                back,
                Buttons.quiet(Buttons.named("form.save", texts, model::keep)),
                Buttons.quiet(Buttons.named("form.new", texts, model::anew)));
    }

    private Column step() {
        var language = texts.language();
        var column = new Column();
        model.rights()
                .refusal()
                .ifPresent(refusal -> column.with(
                        Colours.wrong(Paragraph.of(
                                language == Language.FRENCH ? refusal.french() : refusal.english(), WIDTH)),
                        8));
        model.corrected()
                .ifPresent(number -> column.with(
                        Colours.warning(Paragraph.of(texts.get("form.correcting", number), WIDTH)
                                .named("form.correcting")),
                        8));
        summary(column);
        column.with(Paragraph.title(model.step().question(language), WIDTH), 4)
                .with(Colours.quiet(Paragraph.of(model.step().help(language), WIDTH)), 16);
        return model.step() == FormStep.CHECK ? answers(column) : fields(column);
    }

    /** The findings of this step; at the last step those of all. */
    private Stream<Finding> here() {
        return model.findings().stream()
                .filter(finding -> model.step() == FormStep.CHECK
                        || DeclarationForm.stepOf(finding.field(), model.content()) == model.step());
    }

    private void summary(Column column) {
        var found = here().toList();
        if (found.isEmpty()) {
            return;
        }
        var errors = found.stream()
                .filter(finding -> finding.severity() == Severity.E)
                .count();
        var heading = Paragraph.subheading(
                        errors == 0
                                ? texts.get("form.remarks")
                                : errors == 1 ? texts.get("form.error") : texts.get("form.errors", errors),
                        WIDTH)
                .named("form.findings");
        var card = Column.card().with(errors == 0 ? heading : Colours.wrong(heading));
        found.forEach(finding -> card.gap(8).with(told(finding)));
        column.with(card, 16);
    }

    private Row told(Finding finding) {
        var words = finding.text(texts.language());
        var field = DeclarationForm.at(finding.field(), model.content());
        if (field.isEmpty()) {
            return new Row(Paragraph.of(words, FOUND_WIDTH));
        }
        var label = field.get().label(texts.language());
        var mend = Buttons.quiet(Buttons.named("form.mend", texts, () -> {
            model.go(field.get().step());
            SwingUtilities.invokeLater(() -> focus(finding));
        }));
        mend.setName("mend." + field.get().path());
        mend.getAccessibleContext().setAccessibleName(mend.getText() + " " + label);
        return new Row(Paragraph.of(label + " – " + words, FOUND_WIDTH), mend);
    }

    private Column fields(Column column) {
        var fields = DeclarationForm.fields(model.step(), model.content());
        fields.stream()
                .map(FormField::offer)
                .distinct()
                .forEach(offer -> section(
                        column,
                        offer,
                        fields.stream()
                                .filter(field -> field.offer().equals(offer))
                                .toList()));
        if (model.step() == FormStep.OFFER) {
            Stream.of(OfferKind.values())
                    .filter(model.rights().kinds()::contains)
                    .filter(kind -> model.content().offers().stream()
                            .noneMatch(offer -> offer.isTesting() == (kind == OfferKind.TESTING)))
                    .forEach(kind ->
                            column.with(Buttons.named("offer.add." + kind.text(), texts, () -> model.add(kind)), 8));
        }
        return column;
    }

    private void section(Column column, Optional<Integer> offer, List<FormField> fields) {
        var main = fields.stream().filter(field -> !field.is(Mark.MORE)).toList();
        var more = fields.stream().filter(field -> field.is(Mark.MORE)).toList();
        offer.ifPresent(index -> {
            column.with(Paragraph.heading(texts.get("offer." + kind(index)), WIDTH), 8);
        });
        if (model.step() == FormStep.HOURS) {
            column.with(new WeekView(model, this::typed, texts).component(offer.orElseThrow(), main, places), 8);
        } else {
            main.forEach(field -> column.with(field(field)));
        }
        if (!more.isEmpty()) {
            var inner = new Column();
            more.forEach(field -> inner.with(field(field)));
            inner.setVisible(more.stream()
                    .anyMatch(field -> !FieldView.values(field, model).isEmpty()
                            || here().anyMatch(finding -> field.isAt(finding.field()))));
            var words = texts.get("form.more", more.get(0).label(texts.language()));
            var open = Buttons.of(words, "more." + more.get(0).path(), () -> {
                inner.setVisible(!inner.isVisible());
                revalidate();
            });
            column.with(Buttons.quiet(open), 8).with(inner);
        }
        if (model.step() == FormStep.OFFER) {
            offer.ifPresent(index -> column.with(
                    Colours.wrong(Buttons.quiet(Buttons.named(
                            "offer.remove." + kind(index),
                            texts,
                            () -> model.change(before -> before.without(index))))),
                    16));
        }
    }

    private String kind(int offer) {
        return model.content().offers().get(offer).isTesting()
                ? OfferKind.TESTING.text()
                : OfferKind.VACCINATION.text();
    }

    private JComponent field(FormField field) {
        var component = new FieldView(field, model, values -> typed(field, values), texts).component();
        places.put(field.path(), component);
        return component;
    }

    private Column answers(Column column) {
        for (var step : FormStep.values()) {
            if (step == FormStep.CHECK) {
                continue;
            }
            var change = Buttons.quiet(Buttons.named("check.change", texts, () -> model.go(step)));
            change.setName("check.change." + step.code());
            change.getAccessibleContext().setAccessibleName(change.getText() + " " + step.title(texts.language()));
            var card = Column.card()
                    .with(new Row(Paragraph.subheading(step.title(texts.language()), LABEL_WIDTH), change));
            var answers = Answer.of(model.content(), DeclarationForm.fields(step, model.content()), texts.language());
            answers.forEach(answer -> card.gap(4)
                    .with(new Row(
                            Colours.quiet(Paragraph.of(answer.label(), LABEL_WIDTH)),
                            Paragraph.of(answer.text(), WIDTH - LABEL_WIDTH - 3 * EDGE))));
            if (answers.isEmpty()) {
                card.with(Colours.quiet(Paragraph.of(texts.get("check.nothing"), WIDTH - 3 * EDGE)));
            }
            column.with(card, 16);
        }
        return column;
    }

    private void showWhatThePublicReads() {
        var text = PublicText.of(model.content(), texts.language());
        said.removeAll();
        said.with(
                        Colours.quiet(Paragraph.of(texts.get("said.title"), ASIDE_WIDTH)
                                .inBold()),
                        8)
                .with(Paragraph.of(text.name().orElse(texts.get("work.place.unnamed")), ASIDE_WIDTH)
                        .inBold());
        text.address().forEach(line -> said.with(Paragraph.of(line, ASIDE_WIDTH)));
        for (var offer : text.offers()) {
            said.gap(8)
                    .with(Paragraph.of(String.join(" ", offer.sentences()), ASIDE_WIDTH)
                            .named("said"));
            offer.missing().forEach(missing -> said.gap(4).with(Colours.quiet(Paragraph.of(missing, ASIDE_WIDTH))));
        }
        said.revalidate();
        said.repaint();
    }
}
