package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.LoginQuestion;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Choice;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Remark;
import io.github.pscsdk.example.desktop.model.LoginQuestion.TextInput;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** Draws a question of the login, and the button to give the login up. */
final class QuestionPanel {
    private final Column column;
    private final Texts texts;

    private QuestionPanel(Texts texts) {
        this.texts = texts;
        column = new Column(texts, Column.WIDTH);
    }

    static JComponent of(LoginQuestion question, Runnable giveUp, Texts texts) {
        var panel = new QuestionPanel(texts);
        panel.column.text(question.asked().in(texts), 16).heading(2);
        for (var part : question.parts()) {
            if (part instanceof Remark remark) {
                panel.column.text(remark.words().in(texts), 8).named(remark.name());
            } else if (part instanceof Choice choice) {
                var words = choice.words().in(texts);
                panel.column.put(Controls.of(words, choice.name(), choice.give()), 8);
            } else if (part instanceof TextInput input) {
                panel.draw(input);
            }
        }
        panel.column.button("login.cancel", 0, giveUp);
        return panel.column;
    }

    private void draw(TextInput input) {
        var label = input.label().in(texts);
        var field = new JTextField(24);
        var hint = new Paragraph(input.hint().apply("").in(texts), Column.WIDTH).quiet();
        var tick = new JCheckBox(input.tick().map(words -> words.in(texts)).orElse(""));
        var go = Controls.main(
                Controls.named("ask.continue", texts, () -> input.give().accept(field.getText(), tick.isSelected())));
        field.setName(input.name() + ".field");
        field.getAccessibleContext().setAccessibleName(label);
        field.setMaximumSize(field.getPreferredSize());
        hint.setName(input.name() + ".hint");
        tick.setName(input.name() + ".tick");
        go.setName(input.name() + ".go");
        go.setEnabled(input.accepts().test(""));
        Controls.onTyping(field, () -> {
            go.setEnabled(input.accepts().test(field.getText()));
            hint.setText(input.hint().apply(field.getText()).in(texts));
        });
        column.put(new JLabel(label), 4).setLabelFor(field);
        column.put(field, 8);
        column.put(hint, 8);
        if (input.tick().isPresent()) {
            column.put(tick, 8);
        }
        column.put(go, 8);
    }
}
