package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one attempt to the host, and the dialog of its authenticator: on the attempt's thread, before its end,
 * and no more than so many. Everything that the host throws is logged, counts as no answer, and does not fail the
 * login.
 */
final class HostCalls implements LoginDialog, Attempt {
    /** A countdown that is shown four times a second for four minutes. */
    static final int MOST_CALLS = 1_000;

    private static final int FEWEST = 2;
    private static final int MOST_CARDS = 32;
    private static final int MOST_CHOICES = 12;
    private static final Logger log = LoggerFactory.getLogger(HostCalls.class);

    private final long attempt;
    private final Consumer<LoginProgress> listener;
    private final LoginDialog host;
    private final Instant deadline;
    private final UnaryOperator<BilingualLine> said;
    private final List<char[]> codes = new CopyOnWriteArrayList<>();
    private volatile boolean showsPicture;

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean isWiped;
    private volatile boolean closed;
    private volatile boolean withHost;
    private volatile boolean cancelled;
    /** On the thread of the attempt, as the rest. */
    private int calls;

    private final List<Diagnostic> early = new ArrayList<>();
    private Optional<LoginProgress> last = Optional.empty();

    /** @param said puts the authenticator's name before its words */
    HostCalls(long attempt, LoginRequest request, Instant deadline, UnaryOperator<BilingualLine> said) {
        this.attempt = attempt;
        this.listener = request.progress();
        this.host = request.dialog();
        this.deadline = deadline;
        this.said = said;
    }

    // ---- what the authenticator may call, and where ----------------------------------------------------------------

    /** A call that may reach code of the host, or the server half. Closed by the same thread. */
    interface Call extends AutoCloseable {
        @Override
        void close();
    }

    /** From here on the attempt is on this thread, and nothing was called yet. */
    @Override
    public void begin() {
        thread = Thread.currentThread();
        calls = 0;
    }

    /** Checks, and sets the host's class loader until the result is closed. Calls within a call do not count. */
    Call enter() {
        check();
        if (!withHost && ++calls > MOST_CALLS) {
            throw new IllegalStateException("an attempt calls the host " + MOST_CALLS + " times at most");
        }
        var caller = Thread.currentThread();
        var loaderBefore = caller.getContextClassLoader();
        var withHostBefore = withHost;
        caller.setContextClassLoader(loader);
        withHost = true;
        return () -> {
            withHost = withHostBefore;
            caller.setContextClassLoader(loaderBefore);
        };
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

    @SuppressWarnings("try")
    void run(Runnable work) {
        try (var scope = enter()) {
            work.run();
        }
    }

    boolean isExhausted() {
        return calls > MOST_CALLS;
    }

    @Override
    public boolean isCancelledByHost() {
        return cancelled;
    }

    @Override
    public boolean isWithHost() {
        return withHost;
    }

    /** Wipes what was typed, also what comes from now on, and takes away what is shown, which is code of the host. */
    void close() {
        isWiped = true;
        codes.forEach(HostCalls::wipe);
        hidePicture();
        closed = true;
    }

    private interface HostCode<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs code of the host; an interrupt that it sends to its own thread is the host's and cancels the login. */
    private <T, E extends Exception> T ofHost(String part, T otherwise, HostCode<T, E> code) throws E {
        var before = Thread.currentThread().isInterrupted();
        try {
            return Objects.requireNonNull(code.run(), "answer");
        } catch (RuntimeException | Error e) {
            // Not the exception itself: its message may hold what the person typed, or repeat the digits.
            log.warn("login {}: {} threw {}", attempt, part, e.getClass().getName());
            return otherwise;
        } finally {
            if (!before && Thread.currentThread().isInterrupted()) {
                cancelled = true;
            }
        }
    }

    // ---- questions -------------------------------------------------------------------------------------------------

    /** A question to the host's dialog. */
    interface Question<T> {
        Optional<T> ask(LoginDialog dialog) throws InterruptedException;
    }

    /** Asks the host; {@code what} is for the log. */
    @SuppressWarnings("try")
    <T> Optional<T> ask(String what, Question<T> question) throws InterruptedException {
        check();
        log.info("login {}: the host is asked for {}", attempt, what);
        if (Thread.interrupted()) {
            // Not by the host.
            throw new InterruptedException("interrupted before the host was asked");
        }
        try (var scope = enter()) {
            return this.<Optional<T>, InterruptedException>ofHost(
                    "the dialog", Optional.empty(), () -> question.ask(host));
        } catch (InterruptedException e) {
            cancelled = true;
            throw e;
        }
    }

    // ---- the questions of the authenticator: the others of the host's dialog are out of its reach -------------------

    @Override
    public Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        // The copy first: the list may be of a plug-in's class.
        var offered = List.copyOf(cards);
        if (offered.size() < FEWEST || offered.size() > MOST_CARDS) {
            throw new IllegalArgumentException("between " + FEWEST + " and " + MOST_CARDS + " cards are a choice");
        }
        return ask("a card", dialog -> dialog.card(offered).filter(offered::contains));
    }

    @Override
    public Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        BilingualLine.of(device);
        return ask("an identifier", dialog -> dialog.holderOf(device));
    }

    @Override
    public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        var typed = ask("a one-time code", dialog -> dialog.oneTimeCode(question));
        try {
            var code = typed.filter(question::accepts).map(char[]::clone);
            code.ifPresent(codes::add);
            if (isWiped) {
                codes.forEach(HostCalls::wipe);
            }
            return code;
        } finally {
            typed.ifPresent(HostCalls::wipe);
        }
    }

    @Override
    public Optional<String> text(TextQuestion question) throws InterruptedException {
        var shown = question.withText(said.apply(question.text()));
        return ask("a text", dialog -> dialog.text(shown).filter(shown::accepts));
    }

    @Override
    public Optional<BilingualLine> choice(BilingualLine question, List<BilingualLine> choices)
            throws InterruptedException {
        var offered = List.copyOf(choices);
        if (offered.size() < FEWEST
                || offered.size() > MOST_CHOICES
                || Set.copyOf(offered).size() < offered.size()) {
            throw new IllegalArgumentException(
                    "a choice has " + FEWEST + " to " + MOST_CHOICES + " answers, each of them different");
        }
        var shown = said.apply(question);
        return ask("a choice", dialog -> dialog.choice(shown, offered).filter(offered::contains));
    }

    @Override
    public Optional<Boolean> yesOrNo(BilingualLine question) throws InterruptedException {
        var shown = said.apply(question);
        return ask("yes or no", dialog -> dialog.yesOrNo(shown));
    }

    @Override
    public boolean showPicture(ShownPicture picture) throws InterruptedException {
        showsPicture = true;
        var shown = picture.withCaption(said.apply(picture.caption()));
        return ask("a place to show a picture", dialog -> Optional.of(dialog.showPicture(shown)))
                .orElse(false);
    }

    @Override
    public void hidePicture() {
        if (showsPicture) {
            showsPicture = false;
            run(() -> ofHost("the dialog", true, () -> {
                host.hidePicture();
                return true;
            }));
        }
    }

    private static void wipe(char[] code) {
        Arrays.fill(code, '\0');
    }

    // ---- progress --------------------------------------------------------------------------------------------------

    void report(Step step) {
        report(LoginProgress.of(step, deadline));
    }

    /** With the digits to show, and the ticket that the host may keep. */
    void report(Step step, Optional<BindingMessage> digits, Optional<LoginTicket> ticket) {
        report(new LoginProgress(step, Optional.empty(), digits, Optional.empty(), deadline, ticket));
    }

    /** In the authenticator's own words, which the log does not repeat. */
    void message(BilingualLine words) {
        report(new LoginProgress(
                Step.MESSAGE, Optional.of(words), Optional.empty(), Optional.empty(), deadline, Optional.empty()));
    }

    private void report(LoginProgress report) {
        log.info("login {}: {}", attempt, report.step());
        last = Optional.of(report);
        tell(report);
        early.forEach(finding -> tell(report.withNotice(finding)));
        early.clear();
    }

    /** Repeats the last step with the finding; before the first step, the finding waits for it. */
    void notice(Diagnostic finding) {
        log.info("login {}: notice {}", attempt, finding.problem().code());
        last.ifPresentOrElse(report -> tell(report.withNotice(finding)), () -> early.add(finding));
    }

    /** Called first, before anybody is asked anything. */
    void tryingNextWay(Diagnostic whyPreviousFailed) {
        log.info(
                "login {}: goes on after {}",
                attempt,
                whyPreviousFailed.problem().code());
        tell(LoginProgress.of(Step.TRYING_NEXT_WAY, deadline).withNotice(whyPreviousFailed));
    }

    private void tell(LoginProgress report) {
        ofHost("the progress listener", true, () -> {
            listener.accept(report);
            return true;
        });
    }
}
