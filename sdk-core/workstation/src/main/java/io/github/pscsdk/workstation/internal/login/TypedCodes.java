package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.workstation.internal.http.BrowserCodes;
import java.util.Optional;
import java.util.regex.Pattern;

/** Codes as a person types them: what is no code costs no try at the server half, but does not go on for ever. */
record TypedCodes(LoginDialog dialog) implements BrowserCodes {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int QUESTIONS = 5;

    @Override
    public Optional<String> ask(BrowserCodeQuestion question) throws InterruptedException {
        var next = question;
        for (var asked = 0; asked < QUESTIONS; asked++) {
            var typed =
                    dialog.browserCode(next).map(text -> SPACES.matcher(text).replaceAll(""));
            if (typed.isEmpty() || CODE.matcher(typed.get()).matches()) {
                return typed;
            }
            next = new BrowserCodeQuestion(question.triesLeft(), true);
        }
        return Optional.empty();
    }
}
