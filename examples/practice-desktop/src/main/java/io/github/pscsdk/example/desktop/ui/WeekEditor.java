package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.field.Week;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The opening hours of a week, a row for each day; above it, a week in one text can be laid out by day. */
final class WeekEditor implements FieldEditor {
    private static final int GAP = 4;
    private static final int COLUMNS = 2 + 3 * Week.RANGES;

    private final List<DayEditor> days;
    private final WeekText text;
    private final Column column = new Column();

    WeekEditor(Texts texts) {
        days = Arrays.stream(DayOfWeek.values())
                .map(day -> new DayEditor(day, texts))
                .toList();
        text = new WeekText(this::take, texts);
        column.with(grid(texts)).gap(2 * GAP).with(text.component());
    }

    private JPanel grid(Texts texts) {
        var grid = new JPanel(new GridBagLayout());
        grid.setOpaque(false);
        for (var range = 0; range < Week.RANGES; range++) {
            var heading = Colours.quiet(new JLabel(texts.get("week.range", range + 1)));
            grid.add(heading, at(1 + 3 * range, 0, 3));
        }
        grid.add(Colours.quiet(new JLabel(texts.get("week.remark"))), at(COLUMNS - 1, 0, 1));
        for (var i = 0; i < days.size(); i++) {
            add(grid, days.get(i), 1 + 2 * i);
        }
        return grid;
    }

    private static void add(JPanel grid, DayEditor day, int row) {
        grid.add(day.label(), at(0, row, 1));
        for (var range = 0; range < Week.RANGES; range++) {
            grid.add(day.times().get(2 * range), at(1 + 3 * range, row, 1));
            grid.add(new JLabel("–"), at(2 + 3 * range, row, 1));
            grid.add(day.times().get(2 * range + 1), at(3 + 3 * range, row, 1));
        }
        grid.add(day.remark(), at(COLUMNS - 1, row, 1));
        grid.add(day.findings(), at(1, row + 1, COLUMNS - 1));
    }

    private static GridBagConstraints at(int x, int y, int width) {
        var cell = new GridBagConstraints();
        cell.gridx = x;
        cell.gridy = y;
        cell.gridwidth = width;
        cell.anchor = GridBagConstraints.BASELINE_LEADING;
        // A pair of times stands together; the next pair stands apart.
        var isEndOfPair = x > 0 && (x % 3 == 0);
        cell.insets = new Insets(0, 0, UIScale.scale(GAP), UIScale.scale(isEndOfPair || x == 0 ? 3 * GAP : GAP));
        return cell;
    }

    private void take(Week week) {
        days.forEach(day -> day.show(Week.Day.EMPTY));
        show(week.text());
    }

    @Override
    public JComponent component() {
        return column;
    }

    @Override
    public JComponent first() {
        return days.get(0).times().get(0);
    }

    @Override
    public String value() {
        var week = new EnumMap<DayOfWeek, Week.Day>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, days.get(day.ordinal()).value());
        }
        return new Week(week).text();
    }

    @Override
    public void show(String value) {
        var week = Week.read(value);
        for (var day : DayOfWeek.values()) {
            days.get(day.ordinal()).show(week.day(day));
        }
    }

    @Override
    public void onTyping(Consumer<String> listener) {
        days.forEach(day -> day.onTyping(() -> listener.accept(value())));
    }

    @Override
    public List<FieldFinding> show(List<FieldFinding> found) {
        days.forEach(day -> day.show(found));
        return found.stream().filter(finding -> finding.day().isEmpty()).toList();
    }
}
