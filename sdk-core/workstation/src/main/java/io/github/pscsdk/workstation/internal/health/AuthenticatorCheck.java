package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks one authenticator for its findings. */
final class AuthenticatorCheck {
    /** It keeps to a limit by itself; the rest is for a busy machine. */
    private static final Duration LIMIT = GuardedAuthenticator.DIAGNOSIS_LIMIT.plusMillis(500);

    private AuthenticatorCheck() {}

    static PlannedCheck of(GuardedAuthenticator authenticator) {
        return new PlannedCheck(
                Subject.AUTHENTICATOR,
                Optional.of(authenticator.descriptor().id()),
                authenticator::diagnose,
                LIMIT,
                List.of(authenticator.noDiagnosis()));
    }
}
