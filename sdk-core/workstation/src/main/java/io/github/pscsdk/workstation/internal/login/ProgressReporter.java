package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.ShortText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the progress of one attempt to the host; exceptions of its listener are logged and do not disturb the login. */
final class ProgressReporter {
    private static final Logger log = LoggerFactory.getLogger(ProgressReporter.class);

    private final long attempt;
    private final Consumer<LoginProgress> listener;
    private final Instant deadline;
    private final List<Diagnostic> early = new ArrayList<>();
    private Optional<Report> last = Optional.empty();

    ProgressReporter(long attempt, Consumer<LoginProgress> listener, Instant deadline) {
        this.attempt = attempt;
        this.listener = listener;
        this.deadline = deadline;
    }

    void report(LoginProgress.Step step) {
        report(step, Optional.empty(), Optional.empty());
    }

    /** With the digits to show, and the ticket that the host may keep. */
    void report(LoginProgress.Step step, Optional<BindingMessage> digits, Optional<LoginTicket> ticket) {
        report(new Report(step, Optional.empty(), digits, Optional.empty(), deadline, ticket));
    }

    /** In the authenticator's own words, which the log does not repeat. */
    void message(ShortText words) {
        report(new Report(
                LoginProgress.Step.MESSAGE,
                Optional.of(words),
                Optional.empty(),
                Optional.empty(),
                deadline,
                Optional.empty()));
    }

    private void report(Report report) {
        log.info("login {}: {}", attempt, report.step());
        last = Optional.of(report);
        tell(report);
        early.forEach(finding -> tell(report.with(finding)));
        early.clear();
    }

    /** Repeats the last step with the finding; before the first step, the finding waits for it. */
    void notice(Diagnostic finding) {
        log.info("login {}: notice {}", attempt, finding.problem().code());
        last.ifPresentOrElse(report -> tell(report.with(finding)), () -> early.add(finding));
    }

    /** Called first, before anybody is asked anything. */
    void tryingNextWay(Diagnostic whyPreviousFailed) {
        log.info(
                "login {}: goes on after {}",
                attempt,
                whyPreviousFailed.problem().code());
        tell(new Report(
                LoginProgress.Step.TRYING_NEXT_WAY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(whyPreviousFailed),
                deadline,
                Optional.empty()));
    }

    private void tell(Report report) {
        try {
            listener.accept(report);
        } catch (RuntimeException | Error e) {
            // Not the exception itself: a listener's message may repeat the digits.
            log.warn(
                    "login {}: the progress listener threw {}",
                    attempt,
                    e.getClass().getName());
        }
    }

    /** One step, as the listener gets it; the text of digits and ticket hides their values. */
    private record Report(
            Step step,
            Optional<ShortText> message,
            Optional<BindingMessage> bindingMessage,
            Optional<Diagnostic> notice,
            Instant deadline,
            Optional<LoginTicket> ticket)
            implements LoginProgress {

        Report with(Diagnostic finding) {
            return new Report(step, message, bindingMessage, Optional.of(finding), deadline, ticket);
        }
    }
}
