package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.OpeningHours;
import io.github.pscsdk.example.desktop.field.Week;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** A week in one text, as published files and web sites have it, and the button that lays it out by day. */
final class WeekText {
    private static final int COLUMNS = 28;
    private static final int WIDTH = 520;

    private final Consumer<Week> listener;
    private final Texts texts;
    private final JTextField text = new JTextField(COLUMNS);
    private final Column column = new Column();
    private final Column outcome = new Column();

    /** @param listener takes the week that was laid out */
    WeekText(Consumer<Week> listener, Texts texts) {
        this.listener = listener;
        this.texts = texts;
        text.setName("week.text");
        text.addActionListener(event -> layOut());
        var label = new JLabel(texts.get("week.text"));
        label.setLabelFor(text);
        var button = new JButton(texts.get("week.lay-out"));
        button.setName("week.lay-out");
        button.addActionListener(event -> layOut());
        column.with(label)
                .gap(2)
                .with(new Row(text, button))
                .with(Colours.quiet(Paragraph.of(texts.get("week.text.hint"), WIDTH)))
                .with(outcome);
    }

    JComponent component() {
        return column;
    }

    private void offer(String suggestion) {
        var button = new JButton(texts.get("week.accept", suggestion));
        button.setName("week.accept");
        button.addActionListener(event -> {
            text.setText(suggestion);
            layOut();
        });
        outcome.with(button);
    }

    private void layOut() {
        var week = OpeningHours.layOut(text.getText());
        week.ifPresent(laidOut -> {
            listener.accept(laidOut);
            text.setText("");
        });
        var words = texts.get(week.isPresent() ? "week.laid-out" : "week.unreadable");
        var line = Paragraph.of(words, WIDTH).named("week.outcome");
        text.putClientProperty("JComponent.outline", week.isPresent() ? null : "error");
        text.getAccessibleContext().setAccessibleDescription(words);
        outcome.removeAll();
        outcome.with(week.isPresent() ? Colours.quiet(line) : Colours.wrong(line));
        if (week.isEmpty()) {
            OpeningHours.suggestion(text.getText()).ifPresent(this::offer);
        }
        outcome.revalidate();
    }
}
