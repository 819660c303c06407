package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import javax.swing.JButton;
import javax.swing.JComponent;

/** A question of a plug-in with a button for each answer. */
final class AnswersPanel {
    private AnswersPanel() {}

    static JComponent of(Question.WhichOne question, JButton cancel, Texts texts) {
        var column = asked(question.about().text(), texts);
        var number = 0;
        for (var choice : question.about().choices()) {
            number++;
            var button = PlainButton.of(choice.in(texts.language()), "answer." + number);
            button.addActionListener(event -> question.reply().give(choice));
            column.with(button).gap(8);
        }
        return column.gap(8).with(cancel);
    }

    static JComponent of(Question.YesOrNo question, JButton cancel, Texts texts) {
        var yes = PlainButton.of(texts.get("ask.yes"), "answer.yes");
        yes.addActionListener(event -> question.reply().give(true));
        var no = PlainButton.of(texts.get("ask.no"), "answer.no");
        no.addActionListener(event -> question.reply().give(false));
        return asked(question.about().text(), texts)
                .with(new Row(yes, no))
                .gap(16)
                .with(cancel);
    }

    private static Column asked(ShortText text, Texts texts) {
        return new Column()
                .with(Paragraph.heading(text.in(texts.language()), Column.WIDTH))
                .gap(12);
    }
}
