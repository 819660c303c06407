package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BrowserCodeQuestion;
import io.github.pscsdk.api.CardChoice;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.pluginhost.thread.LoaderScope;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks each call that an authenticator makes on its context or dialog: it must come on the attempt's thread, before the attempt is
 * over. The call then runs with the context class loader that the host had set.
 */
final class CallbackGuard {
    private static final Logger log = LoggerFactory.getLogger(CallbackGuard.class);

    private final Thread thread = Thread.currentThread();
    private final ClassLoader loader = thread.getContextClassLoader();
    private boolean closed;

    /**
     * Checks, and sets the host's class loader until the result is closed.
     *
     * @throws IllegalStateException on another thread, or after the attempt
     */
    LoaderScope enter() {
        check();
        return LoaderScope.enter(loader);
    }

    /** The same for a call that reaches no code of the host, and needs no other class loader. */
    void check() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("what an attempt is given is used on the attempt's thread");
        }
        if (closed) {
            throw new IllegalStateException("the attempt is over");
        }
    }

    /** @param attempt its number, for the log */
    LoginDialog dialog(long attempt, LoginDialog host) {
        return new GuardedDialog(attempt, host);
    }

    /** Refuses all later calls. */
    void close() {
        closed = true;
    }

    /** The host's dialog as an authenticator gets it. An exception of the host counts as no answer, and does not fail the login. */
    private final class GuardedDialog implements LoginDialog {
        private final long attempt;
        private final LoginDialog host;

        GuardedDialog(long attempt, LoginDialog host) {
            this.attempt = attempt;
            this.host = host;
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
            try (var scope = enter()) {
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
}
