package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The field for the one-time code of a plug-in's device, which is named. */
final class OneTimeCodePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 10;

    private final transient Question.OneTimeCode question;
    private final JTextField field = new JTextField(COLUMNS);
    private final JButton go = new JButton();

    OneTimeCodePanel(Question.OneTimeCode question, JButton cancel, Texts texts) {
        super(new BorderLayout());
        this.question = question;
        setOpaque(false);
        var about = question.about();
        field.setName("onetime.field");
        field.setMaximumSize(field.getPreferredSize());
        field.getDocument().addDocumentListener(new TypingListener(this::check));
        field.addActionListener(event -> answer());
        go.setName("onetime.go");
        go.setText(texts.get("ask.continue"));
        go.addActionListener(event -> answer());
        var label = new JLabel(texts.get("ask.onetime.field", about.digits()));
        label.setLabelFor(field);
        var column = new Column()
                .with(Paragraph.heading(
                        texts.get(
                                about.isSent() ? "ask.onetime.sent" : "ask.onetime",
                                about.device().in(texts.language())),
                        Column.WIDTH))
                .gap(12);
        if (about.again()) {
            column.with(Paragraph.of(texts.get("ask.onetime.again"), Column.WIDTH)
                            .named("onetime.again"))
                    .gap(8);
        }
        about.triesLeft()
                .ifPresent(left -> column.with(Paragraph.of(texts.get("ask.onetime.left", left), Column.WIDTH))
                        .gap(8));
        add(column.with(label)
                .gap(4)
                .with(field)
                .gap(12)
                .with(about.maySendAgain() ? new Row(go, again(texts), cancel) : new Row(go, cancel)));
        check();
    }

    private JButton again(Texts texts) {
        var again = new JButton(texts.get("ask.onetime.send"));
        again.setName("onetime.send");
        again.addActionListener(event -> question.reply().give(new char[0]));
        return again;
    }

    private char[] typed() {
        return field.getText().replace(" ", "").toCharArray();
    }

    private void check() {
        go.setEnabled(isCode());
    }

    private boolean isCode() {
        return typed().length > 0 && question.about().accepts(typed());
    }

    private void answer() {
        if (isCode()) {
            question.reply().give(typed());
        }
    }
}
