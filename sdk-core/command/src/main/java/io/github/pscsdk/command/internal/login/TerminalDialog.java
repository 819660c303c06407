package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.commandline.internal.Terminal;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks at the terminal until the answer is usable or the line empty. */
final class TerminalDialog implements LoginDialog {
    /** No code has less than six digits. */
    private static final String SEND_AGAIN = "0";

    private final Screen screen;
    private final Keyboard keyboard;

    TerminalDialog(Screen screen, Keyboard keyboard) {
        this.screen = screen;
        this.keyboard = keyboard;
    }

    @Override
    public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) throws InterruptedException {
        screen.say("login.ask.who");
        return suggested.isPresent() ? suggested(suggested.get()) : answer("login.ask.id", this::identifier);
    }

    /** Remembered for this command's life only, which is one login and what follows it. */
    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        screen.say("login.ask.card.owner");
        return answer("login.ask.id", this::identifier).map(holder -> new NationalIdAnswer(holder, true));
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        screen.say("login.ask.card");
        var number = 1;
        for (var card : cards) {
            screen.say(
                    "login.ask.card.line", number, card.reader(), card.holder().orElse("?"));
            number++;
        }
        return answer("login.ask.number", typed -> choice(typed, cards));
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
        if (again) {
            screen.say("login.ask.code.again", triesLeft);
        }
        return answer("login.ask.code", Optional::of);
    }

    /** The reader of the screen can open it, also on another device. */
    @Override
    public boolean browserPage(URI page) {
        screen.say("login.page");
        screen.show(List.of(page.toString()));
        var code = QrLines.of(page.toASCIIString(), Terminal.charset());
        if (!code.isEmpty()) {
            screen.say("login.page.code", code.get(0).length());
            screen.show(code);
        }
        return true;
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        if (question.again()) {
            screen.say("login.ask.onetime.again");
        }
        question.triesLeft().ifPresent(left -> screen.say("login.ask.onetime.left", left));
        screen.say(
                question.isSent() ? "login.ask.onetime.sent" : "login.ask.onetime",
                question.device().in(screen.language()),
                question.digits());
        if (question.maySendAgain()) {
            screen.say("login.ask.onetime.send", SEND_AGAIN);
        }
        return answer("login.ask.onetime.code", typed -> oneTimeCode(typed, question));
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        screen.say("login.ask.text", question.text().in(screen.language()));
        return answer("login.ask.free", typed -> {
            if (!question.accepts(typed)) {
                screen.say("login.ask.free.long", question.mostCharacters());
                return Optional.empty();
            }
            return Optional.of(typed);
        });
    }

    @Override
    public Optional<BilingualLine> choice(BilingualLine question, List<BilingualLine> choices)
            throws InterruptedException {
        screen.say("login.ask.text", question.in(screen.language()));
        var number = 1;
        for (var choice : choices) {
            screen.say("login.ask.choice.line", number, choice.in(screen.language()));
            number++;
        }
        return answer("login.ask.choice", typed -> choice(typed, choices));
    }

    @Override
    public Optional<Boolean> yesOrNo(BilingualLine question) throws InterruptedException {
        screen.say("login.ask.text", question.in(screen.language()));
        return answer("login.ask.yesno", this::yesOrNo);
    }

    /** A terminal draws QR codes and no pictures. */
    @Override
    public boolean showPicture(ShownPicture picture) {
        var code = picture.qrText()
                .map(text -> QrLines.of(text, Terminal.charset()))
                .orElse(List.of());
        if (code.isEmpty()) {
            return false;
        }
        screen.say("login.ask.text", picture.caption().in(screen.language()));
        screen.show(code);
        return true;
    }

    private Optional<char[]> oneTimeCode(String typed, OneTimeCodeQuestion question) {
        var code = (typed.equals(SEND_AGAIN) ? "" : typed.replace(" ", "")).toCharArray();
        if (!question.accepts(code)) {
            screen.say("login.ask.again");
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Optional<Boolean> yesOrNo(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "o", "oui", "y", "yes" -> Optional.of(true);
            case "n", "non", "no" -> Optional.of(false);
            default -> {
                screen.say("login.ask.again");
                yield Optional.empty();
            }
        };
    }

    /** Enter means the person of the card that was read last, shown by the last characters alone. */
    private Optional<NationalId> suggested(NationalId holder) throws InterruptedException {
        var value = holder.value();
        screen.say("login.ask.suggested", "…" + value.substring(value.length() - 3));
        screen.ask("login.ask.other");
        var typed = keyboard.line().map(String::strip);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.get().isEmpty()) {
            return Optional.of(holder);
        }
        var other = identifier(typed.get());
        return other.isPresent() ? other : answer("login.ask.id", this::identifier);
    }

    @FunctionalInterface
    private interface Reading<T> {
        /** Empty where it is unusable, once the screen has said why. */
        Optional<T> of(String typed);
    }

    private <T> Optional<T> answer(String key, Reading<T> reading) throws InterruptedException {
        while (true) {
            screen.ask(key);
            var typed = keyboard.line().map(String::strip).orElse("");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            var answer = reading.of(typed);
            if (answer.isPresent()) {
                return answer;
            }
        }
    }

    private Optional<NationalId> identifier(String text) {
        var problem = NationalId.problemOf(text);
        problem.ifPresent(wrong -> screen.finding(Diagnostic.of(wrong, Severity.WARNING)));
        return problem.isPresent() ? Optional.empty() : Optional.of(NationalId.ofTyped(text));
    }

    private <T> Optional<T> choice(String typed, List<T> choices) {
        // Three digits at most: no number that an int cannot hold.
        var number = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > choices.size()) {
            screen.say("login.ask.again");
            return Optional.empty();
        }
        return Optional.of(choices.get(number - 1));
    }
}
