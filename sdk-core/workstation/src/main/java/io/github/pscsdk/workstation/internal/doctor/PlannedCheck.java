package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What is to be checked, and how long that may take.
 *
 * @param subject what it is about
 * @param authenticatorId whose, for an authenticator
 * @param work finds out; may be interrupted
 * @param limit the longest it may take
 * @param otherwise what is found where it takes longer or fails
 */
record PlannedCheck(
        Subject subject,
        Optional<String> authenticatorId,
        Callable<List<Diagnostic>> work,
        Duration limit,
        List<Diagnostic> otherwise) {
    // Longer than the probe, shorter than the 5 s that the contract promises for the whole.
    private static final Duration SHARED_LIMIT = ServerProbe.LIMIT.plusMillis(300);

    /** Of what all ways in share, along with the probe of the server half. */
    static PlannedCheck shared(Subject subject, Callable<List<Diagnostic>> work, List<Diagnostic> otherwise) {
        return new PlannedCheck(subject, Optional.empty(), work, SHARED_LIMIT, otherwise);
    }

    /** Of what is known already. */
    static PlannedCheck known(Subject subject, List<Diagnostic> findings) {
        return shared(subject, () -> findings, findings);
    }
}
