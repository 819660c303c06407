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
import java.util.function.Function;
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
                "who.suggested", LocalizedText.of("ask.who.suggested", lastDigits(holder)), () -> answer.complete(holder))));
        parts.add(identifier(Optional.empty(), (id, ticked) -> answer.complete(id)));
        return ask(new LoginQuestion(LocalizedText.of("ask.who"), parts), answer);
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        var answer = new CompletableFuture<NationalIdAnswer>();
        var input = identifier(
                Optional.of(LocalizedText.of("ask.who.remember")),
                (id, remember) -> answer.complete(new NationalIdAnswer(id, remember)));
        return ask(new LoginQuestion(LocalizedText.of("ask.who.card"), List.of(input)), answer);
    }

    private static TextInput identifier(Optional<LocalizedText> tick, BiConsumer<NationalId, Boolean> give) {
        return new TextInput(
                "who",
                LocalizedText.of("ask.who.field"),
                DesktopLoginDialog::meaning,
                tick,
                typed -> NationalId.problemOf(typed).isEmpty(),
                (typed, ticked) -> give.accept(NationalId.ofTyped(typed), ticked));
    }

    private static LocalizedText meaning(String typed) {
        var problem = NationalId.problemOf(typed);
        if (problem.isEmpty()) {
            return LocalizedText.of("ask.who.understood", NationalId.ofTyped(typed).value());
        }
        return problem.get() == NationalIdProblem.TOO_SHORT
                ? LocalizedText.of("ask.who.hint")
                : texts -> problem.get().remedy(texts.language().locale()).title();
    }

    private static String lastDigits(NationalId holder) {
        return holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS));
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return choose(
                LocalizedText.of("ask.cards"), cards, card -> "card." + card.reader(), DesktopLoginDialog::words);
    }

    private static LocalizedText words(CardChoice card) {
        return texts -> texts.get("ask.card", card.holder().orElse(texts.get("ask.card.nobody")), card.reader());
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
        var answer = new CompletableFuture<String>();
        var parts = new ArrayList<Part>();
        if (again) {
            var key = triesLeft == 1 ? "ask.code.again.last" : "ask.code.again";
            parts.add(new Remark("code.again", LocalizedText.of(key, triesLeft)));
        }
        parts.add(input(
                "code", LocalizedText.of("ask.code.field"), LocalizedText.of("ask.code.hint"), code -> !code.isBlank(), answer::complete));
        return ask(new LoginQuestion(LocalizedText.of("ask.code"), parts), answer);
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
            parts.add(new Remark("onetime.again", LocalizedText.of("ask.onetime.again")));
        }
        question.triesLeft().ifPresent(left -> parts.add(new Remark("onetime.left", LocalizedText.of("ask.onetime.left", left))));
        parts.add(input(
                "onetime",
                LocalizedText.of("ask.onetime.field", question.digits()),
                texts -> "",
                typed -> digits(typed).length > 0 && question.accepts(digits(typed)),
                typed -> answer.complete(digits(typed))));
        if (question.maySendAgain()) {
            parts.add(new Choice("onetime.send", LocalizedText.of("ask.onetime.send"), () -> answer.complete(new char[0])));
        }
        var key = question.isSent() ? "ask.onetime.sent" : "ask.onetime";
        LocalizedText asked = texts -> texts.get(key, question.device().in(texts.language()));
        return ask(new LoginQuestion(asked, parts), answer);
    }

    private static char[] digits(String typed) {
        return typed.replace(" ", "").toCharArray();
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        var answer = new CompletableFuture<String>();
        var asked = LocalizedText.of(question.text());
        var input = input("text", asked, texts -> "", question::accepts, answer::complete);
        return ask(new LoginQuestion(asked, List.of(input)), answer);
    }

    @Override
    public Optional<ShortText> choice(ShortText question, List<ShortText> choices) throws InterruptedException {
        return choose(
                LocalizedText.of(question),
                choices,
                choice -> "answer." + (choices.indexOf(choice) + 1),
                LocalizedText::of);
    }

    @Override
    public Optional<Boolean> yesOrNo(ShortText question) throws InterruptedException {
        return choose(
                LocalizedText.of(question),
                List.of(true, false),
                yes -> yes ? "answer.yes" : "answer.no",
                yes -> LocalizedText.of(yes ? "ask.yes" : "ask.no"));
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
            String name, LocalizedText label, LocalizedText hint, Predicate<String> accepts, Consumer<String> give) {
        return new TextInput(
                name, label, typed -> hint, Optional.empty(), accepts, (typed, ticked) -> give.accept(typed));
    }

    /** One of several, by a button each. */
    private <T> Optional<T> choose(
            LocalizedText asked, List<T> choices, Function<T, String> name, Function<T, LocalizedText> words)
            throws InterruptedException {
        var answer = new CompletableFuture<T>();
        var parts = new ArrayList<Part>();
        choices.forEach(one -> parts.add(new Choice(name.apply(one), words.apply(one), () -> answer.complete(one))));
        return ask(new LoginQuestion(asked, parts), answer);
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
