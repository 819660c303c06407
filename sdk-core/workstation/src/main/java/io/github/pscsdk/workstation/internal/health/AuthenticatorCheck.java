package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry.RegisteredAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Asks one authenticator for its findings. Safe for any thread. */
final class AuthenticatorCheck {
    static final Duration LIMIT = Duration.ofSeconds(3);

    private final RegisteredAuthenticator registered;
    private final Semaphore free = new Semaphore(1);

    AuthenticatorCheck(RegisteredAuthenticator registered) {
        this.registered = registered;
    }

    PlannedCheck planned() {
        var id = registered.descriptor().id();
        var facts = Map.of("authenticator", id, "limit", LIMIT.toSeconds() + " s");
        var silent = Diagnostic.of(PluginProblem.NO_DIAGNOSIS, Severity.WARNING).with(facts);
        return new PlannedCheck(Subject.AUTHENTICATOR, Optional.of(id), this::findings, LIMIT, List.of(silent));
    }

    /** Waits while an earlier call still hangs: asked again, the authenticator would block one more thread. */
    private List<Diagnostic> findings() throws InterruptedException {
        free.acquire();
        try {
            return registered.authenticator().diagnose();
        } finally {
            free.release();
        }
    }
}
