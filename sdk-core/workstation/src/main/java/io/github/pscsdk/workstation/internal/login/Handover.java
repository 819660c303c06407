package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.util.Map;
import java.util.Optional;

/** The last step of every login, interrupted ones included: from a grant to a session, or to none at all. */
final class Handover {
    private final Turn turn;
    private final Asking asking;

    Handover(Turn turn, Asking asking) {
        this.turn = turn;
        this.asking = asking;
    }

    /** The session of whoever logged in, once that is the right person by the right means. */
    ProxySession open(SessionGrant grant, Progress progress, Optional<DeviceWatch> device)
            throws PscException, InterruptedException {
        progress.report(LoginProgress.Step.VERIFYING);
        var facts = turn.server().session(grant.handle());
        checkIdentity(facts.professional());
        var means = RequiredMeans.used(facts.authMode(), asking.channel());
        turn.required().checkSession(means);
        if (facts.professional().practices().isEmpty()) {
            progress.notice(new Diagnostic(LoginProblem.NO_PROFESSIONAL_DATA, Severity.WARNING, Map.of()));
        }
        return turn.surroundings()
                .sessions()
                .open(
                        grant.handle(),
                        facts,
                        means,
                        turn.number(),
                        turn.request().cardRemoval(),
                        device);
    }

    /** Ends at the server half what nobody will get. */
    void abandon() {
        asking.grant().ifPresent(grant -> turn.surroundings().server().abandon(grant.handle()));
    }

    private void checkIdentity(Professional professional) throws PscException {
        var expected = asking.expected();
        if (expected.isPresent() && !professional.isKnownAs(expected.get())) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "another person than the one asked logged in");
        }
    }
}
