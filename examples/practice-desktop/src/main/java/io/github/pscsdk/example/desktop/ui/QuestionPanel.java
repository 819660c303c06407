package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.Question;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** A question of the login, and the way to give it up. */
final class QuestionPanel {
    private static final int LAST_DIGITS = 4;

    private final Column column;
    private final Runnable giveUp;
    private final Texts texts;

    private QuestionPanel(Runnable giveUp, Texts texts) {
        this.giveUp = giveUp;
        this.texts = texts;
        column = new Column(texts, Column.WIDTH);
    }

    static JComponent of(Question question, Runnable giveUp, Texts texts) {
        var panel = new QuestionPanel(giveUp, texts);
        if (question instanceof Question.WhichCard cards) {
            panel.ask(cards);
        } else if (question instanceof Question.PageCode code) {
            panel.ask(code);
        } else if (question instanceof Question.OneTimeCode code) {
            panel.ask(code);
        } else if (question instanceof Question.FreeText text) {
            var asked = panel.heading(text.about().text());
            panel.typed("text", asked, text.about()::accepts, text.reply()::give);
        } else if (question instanceof Question.WhichOne choice) {
            panel.ask(choice);
        } else if (question instanceof Question.YesOrNo yesOrNo) {
            panel.heading(yesOrNo.about());
            panel.choice(
                    texts.get("ask.yes"), "answer.yes", () -> yesOrNo.reply().give(true));
            panel.choice(texts.get("ask.no"), "answer.no", () -> yesOrNo.reply().give(false));
            panel.cancel();
        } else if (question instanceof Question.Who who) {
            panel.ask(who);
        } else {
            panel.ask((Question.Whose) question);
        }
        return panel.column;
    }

    private void ask(Question.WhichCard question) {
        heading(texts.get("ask.cards"));
        for (var card : question.cards()) {
            var words = texts.get("ask.card", card.holder().orElse(texts.get("ask.card.nobody")), card.reader());
            choice(words, "card." + card.reader(), () -> question.reply().give(card));
        }
        cancel();
    }

    private void ask(Question.WhichOne question) {
        heading(question.about());
        var number = 0;
        for (var choice : question.choices()) {
            number++;
            choice(
                    choice.in(texts.language()),
                    "answer." + number,
                    () -> question.reply().give(choice));
        }
        cancel();
    }

    private void ask(Question.PageCode question) {
        var left = question.triesLeft();
        heading(texts.get("ask.code"));
        if (question.again()) {
            column.say(8, left == 1 ? "ask.code.again.last" : "ask.code.again", left)
                    .named("code.again");
        }
        var hint = new Paragraph(texts.get("ask.code.hint"), Column.WIDTH).quiet();
        var reply = question.reply();
        typed("code", texts.get("ask.code.field"), text -> !text.isBlank(), reply::give, hint);
    }

    private void ask(Question.OneTimeCode question) {
        var about = question.about();
        heading(texts.get(
                about.isSent() ? "ask.onetime.sent" : "ask.onetime",
                about.device().in(texts.language())));
        if (about.again()) {
            column.say(8, "ask.onetime.again");
        }
        about.triesLeft().ifPresent(left -> column.say(8, "ask.onetime.left", left));
        typed(
                "onetime",
                texts.get("ask.onetime.field", about.digits()),
                text -> digits(text).length > 0 && about.accepts(digits(text)),
                text -> question.reply().give(digits(text)));
        if (about.maySendAgain()) {
            var again = column.gap(8)
                    .button("ask.onetime.send", 0, () -> question.reply().give(new char[0]));
            again.setName("onetime.send");
        }
    }

    private static char[] digits(String text) {
        return text.replace(" ", "").toCharArray();
    }

    private void ask(Question.Who question) {
        heading(texts.get("ask.who"));
        question.suggested().ifPresent(holder -> {
            var words = texts.get("ask.who.suggested", lastDigits(holder));
            choice(words, "who.suggested", () -> question.reply().give(holder));
            column.gap(8);
        });
        identifier(question.reply()::give);
    }

    private void ask(Question.Whose question) {
        heading(texts.get("ask.who.card"));
        var remember = new JCheckBox(texts.get("ask.who.remember"));
        remember.setName("who.remember");
        identifier(id -> question.reply().give(new NationalIdAnswer(id, remember.isSelected())), remember);
    }

    /** Says while it is filled what it means or what is wrong. */
    private void identifier(Consumer<NationalId> answer, JComponent... below) {
        var hint = new Paragraph(hint(""), Column.WIDTH).named("who.hint");
        var field = typed(
                "who",
                texts.get("ask.who.field"),
                text -> NationalId.problemOf(text).isEmpty(),
                text -> answer.accept(NationalId.ofTyped(text)),
                Stream.concat(Stream.of(hint), Stream.of(below)).toArray(JComponent[]::new));
        TextFields.onTyping(field, () -> {
            hint.setText(hint(field.getText()));
            column.revalidate();
        });
    }

    /** These alone: others may see this screen. */
    private static String lastDigits(NationalId holder) {
        return holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS));
    }

    private String hint(String text) {
        var problem = NationalId.problemOf(text);
        if (problem.isEmpty()) {
            return texts.get("ask.who.understood", NationalId.ofTyped(text).value());
        }
        return problem.get() == NationalIdProblem.TOO_SHORT
                ? texts.get("ask.who.hint")
                : problem.get().remedy(texts.language().locale()).title();
    }

    private String heading(ShortText asked) {
        return heading(asked.in(texts.language()));
    }

    private String heading(String text) {
        column.text(text, 16).heading(2);
        return text;
    }

    private void choice(String words, String name, Runnable answer) {
        column.put(Buttons.of(words, name, answer), 8);
    }

    private void cancel() {
        column.gap(8).button("login.cancel", 0, giveUp);
    }

    private JTextField typed(
            String name, String label, Predicate<String> accepts, Consumer<String> answer, JComponent... below) {
        var field = new JTextField(24);
        var go = Buttons.main(Buttons.named("ask.continue", texts, () -> answer.accept(field.getText())));
        go.setName(name + ".go");
        go.setEnabled(accepts.test(""));
        field.setName(name + ".field");
        field.getAccessibleContext().setAccessibleName(label);
        field.setMaximumSize(field.getPreferredSize());
        TextFields.onTyping(field, () -> go.setEnabled(accepts.test(field.getText())));
        column.put(new JLabel(label), 4).setLabelFor(field);
        column.put(field, 0);
        for (var one : below) {
            column.gap(8).put(one, 0);
        }
        column.gap(16).put(new Row(go, Buttons.named("login.cancel", texts, giveUp)), 0);
        return field;
    }
}
