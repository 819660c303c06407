package io.github.pscsdk.loginui;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.loginui.LoginQuestion.Remark;
import io.github.pscsdk.loginui.LoginQuestion.TextInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A login that goes on, as the window shows it. The SDK calls it on the login's thread, which may be interrupted; it
 * changes on the window's, and a question waits there for its answer.
 */
final class RunningLogin implements LoginDialog {
    private static final int LAST_DIGITS = 4;

    private final Executor window;
    private final Consumer<RunningLogin> listener;
    private final List<Diagnostic> notices = new ArrayList<>();
    private Optional<LoginProgress> progress = Optional.empty();
    private Optional<URI> page = Optional.empty();
    private Optional<ShownPicture> picture = Optional.empty();
    private Optional<LoginQuestion<?>> question = Optional.empty();

    /** @param listener is told of each change, on the window's thread */
    RunningLogin(Executor window, Consumer<RunningLogin> listener) {
        this.window = window;
        this.listener = listener;
    }

    /** Where it stands; empty until it says so. */
    Optional<LoginProgress> progress() {
        return progress;
    }

    /** Diagnostics that the person should know, such as why another means is tried. */
    List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    /** The login page, where no browser opened it: to be shown, and to be kept nowhere. */
    Optional<URI> page() {
        return page;
    }

    /** A plug-in's, to look at. */
    Optional<ShownPicture> picture() {
        return picture;
    }

    /** The question that waits for an answer. */
    Optional<LoginQuestion<?>> question() {
        return question;
    }

    void reaches(LoginProgress now) {
        change(() -> {
            progress = Optional.of(now);
            now.notice().ifPresent(notices::add);
        });
    }

    @Override
    public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) throws InterruptedException {
        var who = new LoginQuestion<NationalId>(text("ask.who"));
        // These digits alone: others may see this screen.
        suggested.ifPresent(holder -> {
            var digits = holder.value().substring(Math.max(0, holder.value().length() - LAST_DIGITS));
            who.choice("who.suggested", text("ask.who.suggested", digits), holder);
        });
        return ask(who.with(identifier(Optional.empty(), (id, ticked) -> who.give(id))));
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        var who = new LoginQuestion<NationalIdAnswer>(text("ask.who.card"));
        var remember = Optional.of(text("ask.who.remember"));
        return ask(who.with(identifier(remember, (id, ticked) -> who.give(new NationalIdAnswer(id, ticked)))));
    }

    private static TextInput identifier(Optional<DisplayText> tick, BiConsumer<NationalId, Boolean> give) {
        return new TextInput(
                "who",
                text("ask.who.field"),
                RunningLogin::hint,
                tick,
                typed -> NationalId.problemOf(typed).isEmpty(),
                (typed, ticked) -> give.accept(NationalId.ofTyped(typed), ticked));
    }

    private static DisplayText hint(String typed) {
        var problem = NationalId.problemOf(typed);
        if (problem.isEmpty()) {
            return text("ask.who.understood", NationalId.ofTyped(typed).value());
        }
        return problem.get() == NationalIdProblem.TOO_SHORT
                ? text("ask.who.hint")
                : texts -> problem.get().remedy(texts.language().locale()).title();
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        var which = new LoginQuestion<CardChoice>(text("ask.cards"));
        cards.forEach(card -> which.choice(
                "card." + card.reader(),
                texts -> texts.get("ask.card", card.holder().orElse(texts.get("ask.card.nobody")), card.reader()),
                card));
        return ask(which);
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
        var code = new LoginQuestion<String>(text("ask.code"));
        if (again) {
            var key = triesLeft == 1 ? "ask.code.again.last" : "ask.code.again";
            code.with(new Remark("code.again", text(key, triesLeft)));
        }
        return ask(code.input(
                "code", text("ask.code.field"), text("ask.code.hint"), typed -> !typed.isBlank(), typed -> typed));
    }

    /** No browser opens here: the person needs the address. */
    @Override
    public boolean browserPage(URI address) {
        change(() -> page = Optional.of(address));
        return true;
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion asked) throws InterruptedException {
        var key = asked.isSent() ? "ask.onetime.sent" : "ask.onetime";
        var code =
                new LoginQuestion<char[]>(texts -> texts.get(key, asked.device().in(texts.language())));
        if (asked.again()) {
            code.with(new Remark("onetime.again", text("ask.onetime.again")));
        }
        asked.triesLeft().ifPresent(left -> code.with(new Remark("onetime.left", text("ask.onetime.left", left))));
        code.input(
                "onetime",
                text("ask.onetime.field", asked.digits()),
                texts -> "",
                typed -> digits(typed).length > 0 && asked.accepts(digits(typed)),
                RunningLogin::digits);
        if (asked.maySendAgain()) {
            code.choice("onetime.send", text("ask.onetime.send"), new char[0]);
        }
        return ask(code);
    }

    private static char[] digits(String typed) {
        return typed.replace(" ", "").toCharArray();
    }

    @Override
    public Optional<String> text(TextQuestion asked) throws InterruptedException {
        var words = words(asked.text());
        return ask(new LoginQuestion<String>(words).input("text", words, texts -> "", asked::accepts, typed -> typed));
    }

    @Override
    public Optional<BilingualLine> choice(BilingualLine asked, List<BilingualLine> choices)
            throws InterruptedException {
        var which = new LoginQuestion<BilingualLine>(words(asked));
        for (var number = 1; number <= choices.size(); number++) {
            var choice = choices.get(number - 1);
            which.choice("answer." + number, words(choice), choice);
        }
        return ask(which);
    }

    @Override
    public Optional<Boolean> yesOrNo(BilingualLine asked) throws InterruptedException {
        return ask(new LoginQuestion<Boolean>(words(asked))
                .choice("answer.yes", text("ask.yes"), true)
                .choice("answer.no", text("ask.no"), false));
    }

    @Override
    public boolean showPicture(ShownPicture shown) {
        change(() -> picture = Optional.of(shown));
        return true;
    }

    @Override
    public void hidePicture() {
        change(() -> picture = Optional.empty());
    }

    private void change(Runnable change) {
        window.execute(() -> {
            change.run();
            listener.accept(this);
        });
    }

    private static DisplayText text(String key, Object... values) {
        return texts -> texts.get(key, values);
    }

    private static DisplayText words(BilingualLine text) {
        return texts -> text.in(texts.language());
    }

    private <T> Optional<T> ask(LoginQuestion<T> asked) throws InterruptedException {
        change(() -> question = Optional.of(asked));
        try {
            return Optional.of(asked.answer());
        } finally {
            // It is answered, or no longer needed.
            change(() -> question = question.filter(now -> now != asked));
        }
    }
}
