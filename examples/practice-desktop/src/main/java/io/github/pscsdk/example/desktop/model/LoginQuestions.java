package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.ShortText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Puts the questions of a login to the window and waits, on the login's thread, which may be interrupted. */
final class LoginQuestions implements LoginDialog {
    private final Consumer<UnaryOperator<LoginStage.Underway>> window;

    /** @param window changes the stage, from any thread */
    LoginQuestions(Consumer<UnaryOperator<LoginStage.Underway>> window) {
        this.window = window;
    }

    @Override
    public Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) throws InterruptedException {
        return asked(reply -> new Question.Who(suggested, reply));
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        return asked(Question.Whose::new);
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return asked(reply -> new Question.WhichCard(cards, reply));
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
        return asked(reply -> new Question.PageCode(triesLeft, again, reply));
    }

    /** No browser opens here: the person needs the address. */
    @Override
    public boolean browserPage(URI page) {
        window.accept(underway -> underway.offering(page));
        return true;
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        return asked(reply -> new Question.OneTimeCode(question, reply));
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        return asked(reply -> new Question.FreeText(question, reply));
    }

    @Override
    public Optional<ShortText> choice(ShortText question, List<ShortText> choices) throws InterruptedException {
        return asked(reply -> new Question.WhichOne(question, choices, reply));
    }

    @Override
    public Optional<Boolean> yesOrNo(ShortText question) throws InterruptedException {
        return asked(reply -> new Question.YesOrNo(question, reply));
    }

    @Override
    public boolean showPicture(ShownPicture picture) {
        window.accept(underway -> underway.picturing(Optional.of(picture)));
        return true;
    }

    @Override
    public void hidePicture() {
        window.accept(underway -> underway.picturing(Optional.empty()));
    }

    private <T> Optional<T> asked(Function<Question.Reply<T>, Question> made) throws InterruptedException {
        var reply = new Question.Reply<T>();
        var question = Optional.of(made.apply(reply));
        window.accept(underway -> underway.asking(question));
        try {
            return reply.await();
        } finally {
            // It is answered, or no longer needed.
            window.accept(
                    underway -> underway.question().equals(question) ? underway.asking(Optional.empty()) : underway);
        }
    }
}
