package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import javax.swing.JButton;
import javax.swing.JComponent;

/** A question of the login, and the way to give it up. */
final class QuestionPanel {
    private QuestionPanel() {}

    static JComponent of(Question question, Runnable giveUp, Texts texts) {
        if (question instanceof Question.WhichCard cards) {
            return WhichCardPanel.of(cards, cancel(giveUp, texts), texts);
        }
        if (question instanceof Question.PageCode code) {
            return new PageCodePanel(code, cancel(giveUp, texts), texts);
        }
        if (question instanceof Question.OneTimeCode code) {
            return new OneTimeCodePanel(code, cancel(giveUp, texts), texts);
        }
        if (question instanceof Question.FreeText text) {
            return new FreeTextPanel(text, cancel(giveUp, texts), texts);
        }
        if (question instanceof Question.WhichOne choice) {
            return AnswersPanel.of(choice, cancel(giveUp, texts), texts);
        }
        if (question instanceof Question.YesOrNo yesOrNo) {
            return AnswersPanel.of(yesOrNo, cancel(giveUp, texts), texts);
        }
        return new IdentifierPanel((Question.Whose) question, cancel(giveUp, texts), texts);
    }

    private static JButton cancel(Runnable giveUp, Texts texts) {
        var cancel = new JButton(texts.get("login.cancel"));
        cancel.setName("login.cancel");
        cancel.addActionListener(event -> giveUp.run());
        return cancel;
    }
}
