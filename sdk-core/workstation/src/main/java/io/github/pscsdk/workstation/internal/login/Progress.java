package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host where one attempt stands; what the host throws is not the login's business. */
final class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final long attempt;
    private final Consumer<LoginProgress> listener;
    private final BindingMessage message;
    private final Instant deadline;
    private final List<Diagnostic> early = new ArrayList<>();
    private Optional<LoginProgress.Step> lastStep = Optional.empty();

    Progress(long attempt, Consumer<LoginProgress> listener, BindingMessage message, Instant deadline) {
        this.attempt = attempt;
        this.listener = listener;
        this.message = message;
        this.deadline = deadline;
    }

    void report(LoginProgress.Step step) {
        log.info("login {}: {}", attempt, step);
        lastStep = Optional.of(step);
        tell(step, Optional.empty());
        early.forEach(finding -> tell(step, Optional.of(finding)));
        early.clear();
    }

    /** With the step that was announced last; where none was, right after the first. */
    void notice(Diagnostic finding) {
        log.info("login {}: notice {}", attempt, finding.problem().code());
        lastStep.ifPresentOrElse(step -> tell(step, Optional.of(finding)), () -> early.add(finding));
    }

    private void tell(LoginProgress.Step step, Optional<Diagnostic> notice) {
        var digits =
                step == LoginProgress.Step.CONFIRM_ON_DEVICE ? Optional.of(message) : Optional.<BindingMessage>empty();
        try {
            listener.accept(new ProgressReport(step, digits, notice, deadline));
        } catch (RuntimeException | Error e) {
            // Not the exception itself: a listener's message may repeat the digits.
            log.warn(
                    "login {}: the progress listener threw {}",
                    attempt,
                    e.getClass().getName());
        }
    }
}
