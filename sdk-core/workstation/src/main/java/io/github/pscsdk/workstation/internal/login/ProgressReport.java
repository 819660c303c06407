package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.Optional;

/** One step, as the listener gets it; printing one hides the two digits and the ticket. */
record ProgressReport(
        Step step,
        Optional<BindingMessage> bindingMessage,
        Optional<Diagnostic> notice,
        Instant deadline,
        Optional<LoginTicket> ticket)
        implements LoginProgress {

    ProgressReport with(Diagnostic finding) {
        return new ProgressReport(step, bindingMessage, Optional.of(finding), deadline, ticket);
    }
}
