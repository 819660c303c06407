package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The field for the six digits that the page shows at the end of a login in the browser. */
final class PageCodePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 10;

    private final transient Question.PageCode question;
    private final JTextField field = new JTextField(COLUMNS);

    PageCodePanel(Question.PageCode question, JButton cancel, Texts texts) {
        super(new BorderLayout());
        this.question = question;
        setOpaque(false);
        field.setName("code.field");
        field.setMaximumSize(field.getPreferredSize());
        field.addActionListener(event -> answer());
        var label = new JLabel(texts.get("ask.code.field"));
        label.setLabelFor(field);
        var go = new JButton(texts.get("ask.continue"));
        go.setName("code.go");
        go.addActionListener(event -> answer());
        var column = new Column()
                .with(Paragraph.heading(texts.get("ask.code"), Column.WIDTH))
                .gap(12);
        if (question.about().again()) {
            column.with(Paragraph.of(again(texts), Column.WIDTH).named("code.again"))
                    .gap(8);
        }
        add(column.with(label)
                .gap(4)
                .with(field)
                .gap(4)
                .with(Paragraph.of(texts.get("ask.code.hint"), Column.WIDTH))
                .gap(12)
                .with(new Row(go, cancel)));
    }

    private String again(Texts texts) {
        var left = question.about().triesLeft();
        return texts.get(left == 1 ? "ask.code.again.last" : "ask.code.again", left);
    }

    private void answer() {
        if (!field.getText().isBlank()) {
            question.reply().give(field.getText());
        }
    }
}
