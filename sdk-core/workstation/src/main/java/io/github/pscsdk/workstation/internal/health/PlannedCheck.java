package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A check and its time limit.
 *
 * @param subject what is checked
 * @param authenticatorId which authenticator is checked, if it is one
 * @param work does the check; is interrupted when the time is over
 * @param limit the longest that the work may take
 * @param otherwise the findings where the work takes longer or fails
 */
record PlannedCheck(
        Subject subject,
        Optional<String> authenticatorId,
        Callable<List<Diagnostic>> work,
        Duration limit,
        List<Diagnostic> otherwise) {
    // Longer than the probe, shorter than the 5 s that the contract promises for the whole.
    private static final Duration SHARED_LIMIT = ServerProbe.LIMIT.plusMillis(300);

    /** A check that every way in needs; its limit leaves time for the probe of the server half. */
    static PlannedCheck shared(Subject subject, Callable<List<Diagnostic>> work, List<Diagnostic> otherwise) {
        return new PlannedCheck(subject, Optional.empty(), work, SHARED_LIMIT, otherwise);
    }

    /** For findings that are known already. */
    static PlannedCheck known(Subject subject, List<Diagnostic> findings) {
        return shared(subject, () -> findings, findings);
    }
}
