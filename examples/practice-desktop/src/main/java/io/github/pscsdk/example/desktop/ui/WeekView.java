package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** Draws the hours of an offer: a row for each day, ticked where it is open, and one text box; above them, whole weeks at one press. */
final class WeekView {
    private static final int NAME_WIDTH = 110;
    private static final int COLUMNS = 20;

    private final FormModel model;
    private final BiConsumer<FormField, List<String>> typed;
    private final Texts texts;
    private final List<Day> days = new ArrayList<>();
    private final List<JButton> weeks = new ArrayList<>();

    WeekView(FormModel model, BiConsumer<FormField, List<String>> typed, Texts texts) {
        this.model = model;
        this.typed = typed;
        this.texts = texts;
    }

    /** @param places receives the row of each day, by its path */
    Column component(int offer, List<FormField> fields, Map<String, JComponent> places) {
        fields.forEach(field -> days.add(new Day(field)));
        var usual = DeclarationForm.usualWeeks(texts.language());
        var column = new Column();
        IntStream.range(0, usual.size())
                .forEach(i -> weeks.add(
                        week(usual.get(i), "week." + i, before -> DeclarationForm.withUsualWeek(before, offer, i))));
        if (offer > 0) {
            weeks.add(week(
                    texts.get("week.as-first"),
                    "week.as-first",
                    before -> DeclarationForm.withSameWeek(before, offer)));
        }
        weeks.forEach(week -> column.with(week, 8));
        if (model.content().offers().get(offer).hoursText().isPresent()) {
            column.with(
                    week(texts.get("week.lay-out"), "week.lay-out", before -> DeclarationForm.laidOut(before, offer)),
                    8);
        }
        var card = Column.card();
        days.forEach(day -> {
            places.put(day.field.path(), day.row);
            card.with(day.row);
        });
        refresh();
        return column.with(card);
    }

    private JButton week(String words, String name, UnaryOperator<Declaration> change) {
        return Buttons.of(words, name, () -> model.change(change));
    }

    /** A whole week would take the place of the days that are there. */
    private void refresh() {
        days.forEach(Day::refresh);
        weeks.forEach(week -> week.setEnabled(days.stream().noneMatch(day -> day.tick.isSelected())));
    }

    private final class Day {
        private final FormField field;
        private final JCheckBox tick = new JCheckBox();
        private final JTextField hours = new JTextField(COLUMNS);
        private final JLabel closed = Colours.quiet(new JLabel(texts.get("week.closed")));
        private final JButton same = Buttons.quiet(Buttons.of("", "", this::press));
        private final Column row = new Column();
        private boolean isCopied;

        Day(FormField field) {
            this.field = field;
            var values = FieldView.values(field, model);
            tick.setText(name());
            tick.setName(field.path() + ".open");
            tick.setSelected(!values.isEmpty());
            closed.setPreferredSize(hours.getPreferredSize());
            tick.setPreferredSize(new Dimension(UIScale.scale(NAME_WIDTH), hours.getPreferredSize().height));
            hours.setName(field.path());
            hours.getAccessibleContext().setAccessibleName(texts.get("week.hours", name()));
            hours.setText(values.stream()
                    .filter(text -> !text.equals(DayHours.OPEN))
                    .findFirst()
                    .orElse(""));
            same.setName(field.path() + ".same");
            tick.addActionListener(event -> {
                tell();
                hours.requestFocusInWindow();
            });
            hours.getDocument().addDocumentListener(new TypingListener(this::tell));
            row.with(new Row(tick, hours, closed, same));
            FieldView.findings(field, model, row, hours, texts);
            row.gap(4);
        }

        private String name() {
            return field.label(texts.language());
        }

        private void tell() {
            isCopied &= tick.isSelected()
                    && before().map(Day::text).filter(text()::equals).isPresent();
            typed.accept(field, tick.isSelected() ? List.of(text().isBlank() ? DayHours.OPEN : text()) : List.of());
            WeekView.this.refresh();
        }

        private String text() {
            return hours.getText();
        }

        private void refresh() {
            hours.setVisible(tick.isSelected());
            closed.setVisible(!tick.isSelected());
            same.setVisible(isCopied || text().isBlank() && before().isPresent());
            same.setText(
                    isCopied
                            ? texts.get("week.undo")
                            : before().map(day -> texts.get(
                                            "week.same",
                                            day.name()
                                                    .toLowerCase(
                                                            texts.language().locale())))
                                    .orElse(""));
            same.setMaximumSize(same.getPreferredSize());
        }

        /** Takes the hours of the day before, or gives them back. */
        private void press() {
            isCopied = !isCopied;
            tick.setSelected(isCopied);
            hours.setText(isCopied ? before().map(Day::text).orElse("") : "");
        }

        /** The last open day before this one that has hours. */
        private Optional<Day> before() {
            return days.stream()
                    .limit(Math.max(0, days.indexOf(this)))
                    .filter(day -> day.tick.isSelected() && !day.text().isBlank())
                    .reduce((first, last) -> last);
        }
    }
}
