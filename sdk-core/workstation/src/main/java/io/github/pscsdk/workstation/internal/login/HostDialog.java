package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.ChoiceQuestion;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.OneTimeCodeQuestion;
import io.github.pscsdk.api.ShownPicture;
import io.github.pscsdk.api.TextQuestion;
import io.github.pscsdk.api.YesNoQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's dialog in one attempt. An exception of the host counts as no answer, and does not fail the login. */
final class HostDialog implements LoginDialog {
    private static final Logger log = LoggerFactory.getLogger(HostDialog.class);

    private final CallbackGuard guard;
    private final long attempt;
    private final LoginDialog host;

    /** @param attempt its number, for the log */
    HostDialog(CallbackGuard guard, long attempt, LoginDialog host) {
        this.guard = guard;
        this.attempt = attempt;
        this.host = host;
    }

    @Override
    public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        return ask("an identifier", () -> host.nationalId(question));
    }

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return ask("a card", () -> host.card(cards).filter(cards::contains));
    }

    @Override
    public Optional<String> browserCode(BrowserCodeQuestion question) throws InterruptedException {
        return ask("the code of the page", () -> host.browserCode(question));
    }

    @Override
    public boolean browserPage(URI page) throws InterruptedException {
        return ask("a place to show the page's address", () -> Optional.of(host.browserPage(page)))
                .orElse(false);
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        return ask("a one-time code", () -> host.oneTimeCode(question));
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        return ask("a text", () -> host.text(question).filter(question::accepts));
    }

    @Override
    public Optional<ShortText> choice(ChoiceQuestion question) throws InterruptedException {
        return ask("a choice", () -> host.choice(question).filter(question.choices()::contains));
    }

    @Override
    public Optional<Boolean> yesOrNo(YesNoQuestion question) throws InterruptedException {
        return ask("yes or no", () -> host.yesOrNo(question));
    }

    @Override
    public boolean showPicture(ShownPicture picture) throws InterruptedException {
        return ask("a place to show a picture", () -> Optional.of(host.showPicture(picture)))
                .orElse(false);
    }

    @Override
    @SuppressWarnings("try")
    public void hidePicture() {
        guard.check();
        try (var scope = guard.enter()) {
            host.hidePicture();
        } catch (RuntimeException | Error e) {
            logThrown(e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        Optional<T> ask() throws InterruptedException;
    }

    @SuppressWarnings("try")
    private <T> Optional<T> ask(String what, Question<T> question) throws InterruptedException {
        guard.check();
        log.info("login {}: the host is asked for {}", attempt, what);
        if (Thread.interrupted()) {
            // Not by the host.
            throw new InterruptedException("interrupted before the host was asked");
        }
        try (var scope = guard.enter()) {
            return answer(question);
        }
    }

    private <T> Optional<T> answer(Question<T> question) throws InterruptedException {
        try {
            return Objects.requireNonNull(question.ask(), "answer");
        } catch (InterruptedException e) {
            guard.cancel();
            throw e;
        } catch (RuntimeException | Error e) {
            logThrown(e);
            return Optional.empty();
        } finally {
            // It was not set before.
            if (Thread.currentThread().isInterrupted()) {
                guard.cancel();
            }
        }
    }

    /** Not the exception itself: its message may hold what the person typed. */
    private void logThrown(Throwable thrown) {
        log.warn("login {}: the dialog threw {}", attempt, thrown.getClass().getName());
    }
}
