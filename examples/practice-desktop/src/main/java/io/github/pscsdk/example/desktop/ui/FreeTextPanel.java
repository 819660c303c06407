package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The field for what a plug-in asks a person to type. */
final class FreeTextPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 24;

    private final transient Question.FreeText question;
    private final JTextField field = new JTextField(COLUMNS);
    private final JButton go = new JButton();

    FreeTextPanel(Question.FreeText question, JButton cancel, Texts texts) {
        super(new BorderLayout());
        this.question = question;
        setOpaque(false);
        var asked = question.about().text().in(texts.language());
        field.setName("text.field");
        field.setMaximumSize(field.getPreferredSize());
        field.getAccessibleContext().setAccessibleName(asked);
        field.getDocument().addDocumentListener(new TypingListener(this::check));
        field.addActionListener(event -> answer());
        go.setName("text.go");
        go.setText(texts.get("ask.continue"));
        go.addActionListener(event -> answer());
        add(new Column()
                .with(Paragraph.heading(asked, Column.WIDTH))
                .gap(12)
                .with(field)
                .gap(12)
                .with(new Row(go, cancel)));
        check();
    }

    private void check() {
        go.setEnabled(question.about().accepts(field.getText()));
    }

    private void answer() {
        if (question.about().accepts(field.getText())) {
            question.reply().give(field.getText());
        }
    }
}
