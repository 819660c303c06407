package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import javax.swing.JButton;
import javax.swing.JComponent;

/** One button for each card. */
final class WhichCardPanel {
    private WhichCardPanel() {}

    static JComponent of(Question.WhichCard question, JButton cancel, Texts texts) {
        var column = new Column()
                .with(Paragraph.heading(texts.get("ask.cards"), Column.WIDTH))
                .gap(12);
        for (var card : question.cards()) {
            var holder = card.holder().orElse(texts.get("ask.card.nobody"));
            var button = PlainButton.of(texts.get("ask.card", holder, card.reader()), "card." + card.reader());
            button.addActionListener(event -> question.reply().give(card));
            column.with(button).gap(8);
        }
        return column.gap(8).with(cancel);
    }
}
