package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JTextField;

/** Draws the hours of an offer: for each day a tick and a text box; above them, whole weeks at one press. */
final class WeekView extends Column {
    private static final int NAME_WIDTH = 110;
    private static final int COLUMNS = 20;

    private final FormModel model;
    private final List<Day> days;
    private final List<JButton> weeks = new ArrayList<>();

    /** @param fields tells how each day is drawn that is no text box */
    WeekView(HtmlSection section, FormModel model, Function<HtmlControl, FieldView> fields, Texts texts) {
        super(texts);
        this.model = model;
        days = section.main().stream()
                .map(control -> new Day(fields.apply(control)))
                .toList();
        var offer = section.offer().orElseThrow();
        var usual = DeclarationForm.usualWeeks(texts.language());
        for (var i = 0; i < usual.size(); i++) {
            var number = i;
            weeks.add(week("week." + i, usual.get(i), all -> DeclarationForm.withUsualWeek(all, offer, number)));
        }
        if (offer > 0) {
            var words = texts.get("week.as-first");
            weeks.add(week("week.as-first", words, all -> DeclarationForm.withSameWeek(all, offer)));
        }
        if (section.isText()) {
            week("week.lay-out", texts.get("week.lay-out"), all -> DeclarationForm.laidOut(all, offer));
        }
        var card = Column.card(texts, Column.WIDTH);
        days.forEach(day -> card.put(day, 0));
        put(card, 0);
        refresh();
    }

    private JButton week(String name, String words, UnaryOperator<Declaration> change) {
        return put(Controls.of(words, name, () -> model.change(change)), 8);
    }

    /** Offers whole weeks only while no day is there: they would replace it. */
    private void refresh() {
        days.forEach(Day::refresh);
        weeks.forEach(week -> week.setEnabled(days.stream().noneMatch(day -> day.tick.isSelected())));
    }

    private final class Day extends Column {
        private final FieldView view;
        private final JCheckBox tick;
        private final JTextField hours;
        private final JButton same;

        Day(FieldView view) {
            super(WeekView.this.texts);
            this.view = view;
            var control = view.control();
            var path = control.field().path();
            tick = new JCheckBox(control.label(), control.isOpen());
            hours = new JTextField(control.value(), COLUMNS);
            same = Controls.quiet(Controls.of("", path + ".same", this::copyBefore));
            var height = hours.getPreferredSize().height;
            tick.setPreferredSize(new Dimension(UIScale.scale(NAME_WIDTH), height));
            tick.setName(path + ".open");
            hours.setName(path);
            hours.getAccessibleContext().setAccessibleName(texts.get("week.hours", control.label()));
            tick.addActionListener(event -> {
                tell();
                hours.requestFocusInWindow();
            });
            Controls.onTyping(hours, this::tell);
            put(row(tick, hours, same), 0);
            view.findings(this, hours);
            gap(4);
        }

        private void tell() {
            var text = hours.getText();
            view.typed().accept(tick.isSelected() ? List.of(text.isBlank() ? DayHours.OPEN : text) : List.of());
            WeekView.this.refresh();
        }

        private void refresh() {
            hours.setEnabled(tick.isSelected());
            same.setVisible(hours.getText().isBlank() && before().isPresent());
            var locale = texts.language().locale();
            before().ifPresent(day ->
                    same.setText(texts.get("week.same", day.tick.getText().toLowerCase(locale))));
            same.setMaximumSize(same.getPreferredSize());
        }

        /** Takes the hours of the day before. */
        private void copyBefore() {
            tick.setSelected(true);
            before().ifPresent(day -> hours.setText(day.hours.getText()));
        }

        /** The last open day before this one that has hours. */
        private Optional<Day> before() {
            return days.stream()
                    .limit(days.indexOf(this))
                    .filter(day -> day.tick.isSelected() && !day.hours.getText().isBlank())
                    .reduce((first, last) -> last);
        }
    }
}
