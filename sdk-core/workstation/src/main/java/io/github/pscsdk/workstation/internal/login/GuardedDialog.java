package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's dialog as an authenticator gets it. An exception of the host counts as no answer, and does not fail the login. */
final class GuardedDialog implements LoginDialog {
    private static final Logger log = LoggerFactory.getLogger(GuardedDialog.class);

    private final long attempt;
    private final LoginDialog host;
    private final CallbackGuard guard;

    GuardedDialog(long attempt, LoginDialog host, CallbackGuard guard) {
        this.attempt = attempt;
        this.host = host;
        this.guard = guard;
    }

    @Override
    public Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        return ask("an identifier", () -> host.nationalId(question));
    }

    /** The host gets a copy: the authenticator's list may be of a plug-in's class. */
    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        var offered = List.copyOf(cards);
        return ask("a card", () -> host.card(offered).filter(offered::contains));
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

    @FunctionalInterface
    private interface Question<T> {
        Optional<T> ask() throws InterruptedException;
    }

    @SuppressWarnings("try")
    private <T> Optional<T> ask(String what, Question<T> question) throws InterruptedException {
        log.info("login {}: the host is asked for {}", attempt, what);
        try (var scope = guard.enter()) {
            return answer(question);
        }
    }

    private <T> Optional<T> answer(Question<T> question) throws InterruptedException {
        try {
            return Objects.requireNonNull(question.ask(), "answer");
        } catch (RuntimeException | Error e) {
            // Not the exception itself: its message may hold what the person typed.
            log.warn("login {}: the dialog threw {}", attempt, e.getClass().getName());
            return Optional.empty();
        }
    }
}
