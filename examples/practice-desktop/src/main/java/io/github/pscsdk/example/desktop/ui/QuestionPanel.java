package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.Question;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** A question of the login, and the way to give it up. */
final class QuestionPanel {
    private static final int LAST_DIGITS = 4;

    private final Column column = new Column();
    private final JButton cancel;
    private final Texts texts;

    private QuestionPanel(Runnable giveUp, Texts texts) {
        this.texts = texts;
        cancel = Buttons.named("login.cancel", texts, giveUp);
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
            var asked = text.about().text().in(texts.language());
            panel.heading(asked);
            panel.typed("text", asked, text.about()::accepts, text.reply()::give);
        } else if (question instanceof Question.WhichOne choice) {
            panel.ask(choice);
        } else if (question instanceof Question.YesOrNo yesOrNo) {
            panel.heading(yesOrNo.about().in(texts.language()));
            panel.choice(
                    texts.get("ask.yes"), "answer.yes", () -> yesOrNo.reply().give(true));
            panel.choice(texts.get("ask.no"), "answer.no", () -> yesOrNo.reply().give(false));
            panel.column.gap(8).with(panel.cancel);
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
            var holder = card.holder().orElse(texts.get("ask.card.nobody"));
            choice(
                    texts.get("ask.card", holder, card.reader()),
                    "card." + card.reader(),
                    () -> question.reply().give(card));
        }
        column.gap(8).with(cancel);
    }

    private void ask(Question.WhichOne question) {
        heading(question.about().in(texts.language()));
        var number = 0;
        for (var choice : question.choices()) {
            number++;
            choice(
                    choice.in(texts.language()),
                    "answer." + number,
                    () -> question.reply().give(choice));
        }
        column.gap(8).with(cancel);
    }

    private void ask(Question.PageCode question) {
        var left = question.triesLeft();
        heading(texts.get("ask.code"));
        if (question.again()) {
            note(texts.get(left == 1 ? "ask.code.again.last" : "ask.code.again", left), "code.again");
        }
        var hint = Paragraph.of(texts.get("ask.code.hint"), Column.WIDTH);
        typed(
                "code",
                texts.get("ask.code.field"),
                text -> !text.isBlank(),
                question.reply()::give,
                Colours.quiet(hint));
    }

    private void ask(Question.OneTimeCode question) {
        var about = question.about();
        heading(texts.get(
                about.isSent() ? "ask.onetime.sent" : "ask.onetime",
                about.device().in(texts.language())));
        if (about.again()) {
            note(texts.get("ask.onetime.again"), "onetime.again");
        }
        about.triesLeft().ifPresent(left -> note(texts.get("ask.onetime.left", left), "onetime.left"));
        typed(
                "onetime",
                texts.get("ask.onetime.field", about.digits()),
                text -> digits(text).length > 0 && about.accepts(digits(text)),
                text -> question.reply().give(digits(text)));
        if (about.maySendAgain()) {
            var again = Buttons.named(
                    "ask.onetime.send", texts, () -> question.reply().give(new char[0]));
            again.setName("onetime.send");
            column.gap(8).with(again);
        }
    }

    private static char[] digits(String text) {
        return text.replace(" ", "").toCharArray();
    }

    private void ask(Question.Who question) {
        heading(texts.get("ask.who"));
        question.suggested().ifPresent(holder -> {
            choice(
                    // By these alone: others may see this screen.
                    texts.get(
                            "ask.who.suggested",
                            holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS))),
                    "who.suggested",
                    () -> question.reply().give(holder));
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
        var hint = Paragraph.of(hint(""), Column.WIDTH).named("who.hint");
        var field = typed(
                "who",
                texts.get("ask.who.field"),
                text -> NationalId.problemOf(text).isEmpty(),
                text -> answer.accept(NationalId.ofTyped(text)),
                Stream.concat(Stream.of(hint), Stream.of(below)).toArray(JComponent[]::new));
        field.getDocument().addDocumentListener(new TypingListener(() -> {
            hint.setText(hint(field.getText()));
            column.revalidate();
        }));
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

    private void heading(String text) {
        column.with(Paragraph.heading(text, Column.WIDTH), 16);
    }

    private void note(String text, String name) {
        column.with(Paragraph.of(text, Column.WIDTH).named(name), 8);
    }

    private void choice(String words, String name, Runnable answer) {
        column.with(Buttons.of(words, name, answer), 8);
    }

    private JTextField typed(
            String name, String label, Predicate<String> accepts, Consumer<String> answer, JComponent... below) {
        var field = new JTextField(24);
        var go = Buttons.main(Buttons.named("ask.continue", texts, () -> answer.accept(field.getText())));
        var what = new JLabel(label);
        go.setName(name + ".go");
        field.setName(name + ".field");
        field.getAccessibleContext().setAccessibleName(label);
        field.setMaximumSize(field.getPreferredSize());
        field.getDocument().addDocumentListener(new TypingListener(() -> go.setEnabled(accepts.test(field.getText()))));
        go.setEnabled(accepts.test(""));
        what.setLabelFor(field);
        column.with(what, 4).with(field);
        for (var one : below) {
            column.gap(8).with(one);
        }
        column.gap(16).with(new Row(go, cancel));
        return field;
    }
}
