package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.declaration.OpeningHours;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.Week;
import java.awt.Dimension;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** The hours of a day: opens and closes, up to three times, and a remark. {@link WeekEditor} lays it out. */
final class DayEditor {
    private static final int ROOM = 18;
    private static final int REMARK_COLUMNS = 8;
    private static final int FINDING_WIDTH = 520;

    private final DayOfWeek day;
    private final Texts texts;
    private final String words;
    private final JLabel label;
    private final List<JTextField> times;
    private final JTextField remark;
    private final FindingLines findings;

    DayEditor(DayOfWeek day, Texts texts) {
        this.day = day;
        this.texts = texts;
        words = words(day, texts.language().locale());
        times = IntStream.range(0, 2 * Week.RANGES)
                .mapToObj(i -> time(i, texts))
                .toList();
        remark = field("remark", REMARK_COLUMNS, texts.get("week.remark.of", words));
        label = new JLabel(words);
        label.setLabelFor(times.get(0));
        findings = new FindingLines("finding." + name(), FINDING_WIDTH, texts.language());
    }

    private JTextField time(int i, Texts texts) {
        var what = texts.get(i % 2 == 0 ? "week.opens" : "week.closes", words, i / 2 + 1);
        // No columns, which are as wide as an m: six times fit beside each other.
        var field = field(Integer.toString(i), 0, what);
        var width = field.getFontMetrics(field.getFont()).stringWidth("00:00") + UIScale.scale(ROOM);
        field.setPreferredSize(new Dimension(width, field.getPreferredSize().height));
        return field;
    }

    private JTextField field(String part, int columns, String spoken) {
        var field = new JTextField(columns);
        field.setName(Field.HOURS.key() + "." + day.name().toLowerCase(Locale.ROOT) + "." + part);
        field.getAccessibleContext().setAccessibleName(spoken);
        return field;
    }

    private String name() {
        return Field.HOURS.name() + "." + day.name();
    }

    private static String words(DayOfWeek day, Locale locale) {
        var name = day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    JLabel label() {
        return label;
    }

    /** Opens, closes, opens again, and so on. */
    List<JTextField> times() {
        return times;
    }

    JTextField remark() {
        return remark;
    }

    JComponent findings() {
        return findings.component();
    }

    Week.Day value() {
        return new Week.Day(times.stream().map(JTextField::getText).toList(), remark.getText());
    }

    void show(Week.Day typed) {
        for (var i = 0; i < times.size(); i++) {
            show(times.get(i), typed.times().get(i));
        }
        show(remark, typed.remark());
    }

    private static void show(JTextField field, String value) {
        // Only where it differs: the caret stays where somebody types.
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }

    /** Those on this day. */
    void show(List<FieldFinding> found) {
        var fields = new ArrayList<>(times);
        fields.add(remark);
        var onThisDay = found.stream()
                .filter(finding -> finding.day().filter(day::equals).isPresent())
                .toList();
        findings.show(onThisDay, fields);
        onThisDay.stream().flatMap(finding -> finding.suggestion().stream()).forEach(this::offer);
    }

    private void offer(String suggestion) {
        var button = new JButton(texts.get("week.accept", suggestion));
        button.setName(name() + ".accept");
        button.addActionListener(event -> {
            show(OpeningHours.day(suggestion));
            show(List.of());
        });
        findings.offer(button);
    }

    void onTyping(Runnable listener) {
        times.forEach(time -> time.getDocument().addDocumentListener(new TypingListener(listener)));
        remark.getDocument().addDocumentListener(new TypingListener(listener));
    }
}
