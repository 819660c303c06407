package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.dialog.BrowserCodeQuestion;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.ChoiceQuestion;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.NationalIdQuestion;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.dialog.YesNoQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts the questions of a login to the window and waits, on the login's thread, which may be interrupted. */
final class LoginQuestions implements LoginDialog {
    private final Window window;

    LoginQuestions(Window window) {
        this.window = Objects.requireNonNull(window, "window");
    }

    /** Shows a question, from any thread. */
    interface Window {
        void ask(Question question);

        /** It is answered, or no longer needed. */
        void answered(Question question);

        /** No browser opens here: the person needs the address. */
        void offer(URI page);

        /** A plug-in has something to look at; empty once it is no longer needed. */
        void picture(Optional<ShownPicture> picture);
    }

    @Override
    public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        var reply = new Reply<NationalIdAnswer>();
        return asked(new Question.Whose(question, reply), reply);
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        var reply = new Reply<CardChoice>();
        return asked(new Question.WhichCard(cards, reply), reply);
    }

    @Override
    public Optional<String> browserCode(BrowserCodeQuestion question) throws InterruptedException {
        var reply = new Reply<String>();
        return asked(new Question.PageCode(question, reply), reply);
    }

    @Override
    public boolean browserPage(URI page) {
        window.offer(page);
        return true;
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        var reply = new Reply<char[]>();
        return asked(new Question.OneTimeCode(question, reply), reply);
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        var reply = new Reply<String>();
        return asked(new Question.FreeText(question, reply), reply);
    }

    @Override
    public Optional<ShortText> choice(ChoiceQuestion question) throws InterruptedException {
        var reply = new Reply<ShortText>();
        return asked(new Question.WhichOne(question, reply), reply);
    }

    @Override
    public Optional<Boolean> yesOrNo(YesNoQuestion question) throws InterruptedException {
        var reply = new Reply<Boolean>();
        return asked(new Question.YesOrNo(question, reply), reply);
    }

    @Override
    public boolean showPicture(ShownPicture picture) {
        window.picture(Optional.of(picture));
        return true;
    }

    @Override
    public void hidePicture() {
        window.picture(Optional.empty());
    }

    private <T> Optional<T> asked(Question question, Reply<T> reply) throws InterruptedException {
        window.ask(question);
        try {
            return reply.await();
        } finally {
            window.answered(question);
        }
    }
}
