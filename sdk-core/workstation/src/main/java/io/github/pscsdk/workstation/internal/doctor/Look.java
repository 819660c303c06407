package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What is to be looked at, and how long.
 *
 * @param subject what it is about
 * @param authenticatorId whose, for an authenticator
 * @param at looks; may be interrupted
 * @param limit the longest it may take
 * @param otherwise what is found where it takes longer or fails
 */
record Look(
        Subject subject,
        Optional<String> authenticatorId,
        Callable<List<Diagnostic>> at,
        Duration limit,
        List<Diagnostic> otherwise) {
    // Longer than the visit, shorter than the 5 s that the contract promises for the whole.
    private static final Duration SHARED_LIMIT = Visit.LIMIT.plusMillis(300);

    /** At what all ways in share, along with the visit to the server half. */
    static Look shared(Subject subject, Callable<List<Diagnostic>> at, List<Diagnostic> otherwise) {
        return new Look(subject, Optional.empty(), at, SHARED_LIMIT, otherwise);
    }

    /** At what is known already. */
    static Look known(Subject subject, List<Diagnostic> findings) {
        return shared(subject, () -> findings, findings);
    }
}
