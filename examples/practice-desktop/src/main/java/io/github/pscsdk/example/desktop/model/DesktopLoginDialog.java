package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Choice;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Part;
import io.github.pscsdk.example.desktop.model.LoginQuestion.Remark;
import io.github.pscsdk.example.desktop.model.LoginQuestion.TextInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Puts the questions of a login to the window and waits, on the login's thread, which may be interrupted. */
final class DesktopLoginDialog implements LoginDialog {
    private static final int LAST_DIGITS = 4;

    private final Consumer<UnaryOperator<LoginState.Running>> window;

    /** @param window changes the state of the login, from any thread */
    DesktopLoginDialog(Consumer<UnaryOperator<LoginState.Running>> window) {
        this.window = window;
    }

    @Override
    public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) throws InterruptedException {
        var answer = new CompletableFuture<NationalId>();
        var parts = new ArrayList<Part>();
        // These digits alone: others may see this screen.
        suggested.ifPresent(holder -> parts.add(new Choice(
                "who.suggested", text("ask.who.suggested", lastDigits(holder)), () -> answer.complete(holder))));
        parts.add(identifier(Optional.empty(), (id, ticked) -> answer.complete(id)));
        return ask(new LoginQuestion(text("ask.who"), parts), answer);
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        var answer = new CompletableFuture<NationalIdAnswer>();
        var input = identifier(
                Optional.of(text("ask.who.remember")),
                (id, remember) -> answer.complete(new NationalIdAnswer(id, remember)));
        return ask(new LoginQuestion(text("ask.who.card"), List.of(input)), answer);
    }

    private static TextInput identifier(Optional<DisplayText> tick, BiConsumer<NationalId, Boolean> give) {
        return new TextInput(
                "who",
                text("ask.who.field"),
                DesktopLoginDialog::meaning,
                tick,
                typed -> NationalId.problemOf(typed).isEmpty(),
                (typed, ticked) -> give.accept(NationalId.ofTyped(typed), ticked));
    }

    private static DisplayText meaning(String typed) {
        var problem = NationalId.problemOf(typed);
        if (problem.isEmpty()) {
            return text("ask.who.understood", NationalId.ofTyped(typed).value());
        }
        return problem.get() == NationalIdProblem.TOO_SHORT
                ? text("ask.who.hint")
                : texts -> problem.get().remedy(texts.language().locale()).title();
    }

    private static String lastDigits(NationalId holder) {
        return holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS));
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        var answer = new CompletableFuture<CardChoice>();
        var choices = cards.stream()
                .map(card -> new Choice("card." + card.reader(), words(card), () -> answer.complete(card)))
                .toList();
        return ask(new LoginQuestion(text("ask.cards"), List.copyOf(choices)), answer);
    }

    private static DisplayText words(CardChoice card) {
        return texts -> texts.get("ask.card", card.holder().orElse(texts.get("ask.card.nobody")), card.reader());
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
        var answer = new CompletableFuture<String>();
        var parts = new ArrayList<Part>();
        if (again) {
            var key = triesLeft == 1 ? "ask.code.again.last" : "ask.code.again";
            parts.add(new Remark("code.again", text(key, triesLeft)));
        }
        parts.add(input(
                "code", text("ask.code.field"), text("ask.code.hint"), code -> !code.isBlank(), answer::complete));
        return ask(new LoginQuestion(text("ask.code"), parts), answer);
    }

    /** No browser opens here: the person needs the address. */
    @Override
    public boolean browserPage(URI page) {
        window.accept(running -> running.offering(page));
        return true;
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        var answer = new CompletableFuture<char[]>();
        var parts = new ArrayList<Part>();
        if (question.again()) {
            parts.add(new Remark("onetime.again", text("ask.onetime.again")));
        }
        question.triesLeft().ifPresent(left -> parts.add(new Remark("onetime.left", text("ask.onetime.left", left))));
        parts.add(input(
                "onetime",
                text("ask.onetime.field", question.digits()),
                texts -> "",
                typed -> digits(typed).length > 0 && question.accepts(digits(typed)),
                typed -> answer.complete(digits(typed))));
        if (question.maySendAgain()) {
            parts.add(new Choice("onetime.send", text("ask.onetime.send"), () -> answer.complete(new char[0])));
        }
        var key = question.isSent() ? "ask.onetime.sent" : "ask.onetime";
        DisplayText asked = texts -> texts.get(key, question.device().in(texts.language()));
        return ask(new LoginQuestion(asked, parts), answer);
    }

    private static char[] digits(String typed) {
        return typed.replace(" ", "").toCharArray();
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        var answer = new CompletableFuture<String>();
        var asked = words(question.text());
        var input = input("text", asked, texts -> "", question::accepts, answer::complete);
        return ask(new LoginQuestion(asked, List.of(input)), answer);
    }

    @Override
    public Optional<ShortText> choice(ShortText question, List<ShortText> choices) throws InterruptedException {
        var answer = new CompletableFuture<ShortText>();
        var parts = new ArrayList<Part>();
        for (var choice : choices) {
            parts.add(new Choice("answer." + (parts.size() + 1), words(choice), () -> answer.complete(choice)));
        }
        return ask(new LoginQuestion(words(question), parts), answer);
    }

    @Override
    public Optional<Boolean> yesOrNo(ShortText question) throws InterruptedException {
        var answer = new CompletableFuture<Boolean>();
        var yes = new Choice("answer.yes", text("ask.yes"), () -> answer.complete(true));
        var no = new Choice("answer.no", text("ask.no"), () -> answer.complete(false));
        return ask(new LoginQuestion(words(question), List.of(yes, no)), answer);
    }

    @Override
    public boolean showPicture(ShownPicture picture) {
        window.accept(running -> running.picturing(Optional.of(picture)));
        return true;
    }

    @Override
    public void hidePicture() {
        window.accept(running -> running.picturing(Optional.empty()));
    }

    private static TextInput input(
            String name, DisplayText label, DisplayText hint, Predicate<String> accepts, Consumer<String> give) {
        return new TextInput(
                name, label, typed -> hint, Optional.empty(), accepts, (typed, ticked) -> give.accept(typed));
    }

    private static DisplayText text(String key, Object... values) {
        return texts -> texts.get(key, values);
    }

    private static DisplayText words(ShortText text) {
        return texts -> text.in(texts.language());
    }

    private <T> Optional<T> ask(LoginQuestion question, CompletableFuture<T> answer) throws InterruptedException {
        var asked = Optional.of(question);
        window.accept(running -> running.asking(asked));
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody makes it fail", e);
        } finally {
            // It is answered, or no longer needed.
            window.accept(running -> running.question().equals(asked) ? running.asking(Optional.empty()) : running);
        }
    }
}
