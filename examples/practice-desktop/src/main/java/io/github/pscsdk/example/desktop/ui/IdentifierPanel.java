package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.TypedNationalId;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The field for the national identifier, which says while it is filled what it means or what is wrong. */
final class IdentifierPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 20;
    private static final int LAST_DIGITS = 4;

    private final transient Question.Whose question;
    private final transient Texts texts;
    private final JTextField field = new JTextField(COLUMNS);
    private final JCheckBox remember = new JCheckBox();
    private final Paragraph hint = Paragraph.of(" ", Column.WIDTH).named("who.hint");
    private final JButton go = new JButton();

    IdentifierPanel(Question.Whose question, JButton cancel, Texts texts) {
        super(new BorderLayout());
        this.question = question;
        this.texts = texts;
        setOpaque(false);
        var ofCard = question.about().device().isPresent();
        field.setName("who.field");
        field.setMaximumSize(field.getPreferredSize());
        field.getDocument().addDocumentListener(new TypingListener(this::help));
        field.addActionListener(event -> answer());
        remember.setName("who.remember");
        remember.setText(texts.get("ask.who.remember"));
        remember.setVisible(ofCard);
        go.setName("who.go");
        go.setText(texts.get("ask.continue"));
        go.addActionListener(event -> answer());
        var label = new JLabel(texts.get("ask.who.field"));
        label.setLabelFor(field);
        var column = new Column()
                .with(Paragraph.heading(texts.get(ofCard ? "ask.who.card" : "ask.who"), Column.WIDTH))
                .gap(12);
        question.about().suggested().ifPresent(id -> column.with(suggestion(id)).gap(12));
        add(column.with(label)
                .gap(4)
                .with(field)
                .gap(4)
                .with(hint)
                .gap(8)
                .with(remember)
                .gap(12)
                .with(new Row(go, cancel)));
        help();
    }

    /** The holder of the last card, told by the last digits alone: others may see this screen. */
    private JButton suggestion(NationalId holder) {
        var end = holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS));
        var button = new JButton(texts.get("ask.who.suggested", end));
        button.setName("who.suggested");
        button.addActionListener(event -> question.reply().give(NationalIdAnswer.of(holder)));
        return button;
    }

    private void help() {
        var typed = TypedNationalId.of(field.getText());
        go.setEnabled(typed.nationalId().isPresent());
        hint.setText(typed.nationalId()
                .map(id -> texts.get("ask.who.understood", id.value()))
                .orElseGet(() -> typed.problem()
                        .filter(problem -> problem != NationalIdProblem.TOO_SHORT)
                        .map(problem ->
                                problem.remedy(texts.language().locale()).title())
                        .orElse(texts.get("ask.who.hint"))));
        revalidate();
    }

    private void answer() {
        TypedNationalId.of(field.getText())
                .nationalId()
                .ifPresent(id -> question.reply().give(NationalIdAnswer.of(id).withRemember(remember.isSelected())));
    }
}
