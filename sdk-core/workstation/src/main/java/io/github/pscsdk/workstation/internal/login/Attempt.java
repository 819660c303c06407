package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.api.NationalIdQuestion;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.time.Instant;
import java.util.Optional;

/** One try with one authenticator; whatever it opened at the server half and does not hand over, it closes. */
final class Attempt {
    private final Surroundings surroundings;
    private final LoginRequest request;
    private final Station station;
    private final Alarm alarm;
    private final Progress progress;
    private final HostSide hostSide = new HostSide();
    private final LoginDialog dialog;
    private final AttemptContext context;
    private final long number;

    /** Draws the binding message: a new attempt shows new digits. */
    Attempt(
            Surroundings surroundings,
            LoginRequest request,
            Station station,
            long number,
            Instant deadline,
            Alarm alarm) {
        var message = BindingMessage.draw();
        this.surroundings = surroundings;
        this.request = request;
        this.station = station;
        this.alarm = alarm;
        this.progress = new Progress(number, request.progress(), message, deadline);
        this.dialog = new AttemptDialog(number, request.dialog(), hostSide);
        this.context = new AttemptContext(surroundings, deadline, message, progress, hostSide);
        this.number = number;
    }

    /** The flow, from the authenticator's turn to the session. */
    ProxySession run() throws PscException, InterruptedException {
        if (!station.occupy()) {
            throw new PscException(LoginProblem.ATTEMPT_IN_PROGRESS, "the authenticator is at work");
        }
        var handedOver = false;
        try {
            var asked = withNationalId().withDialog(dialog);
            var grant = authenticate(asked);
            alarm.check();
            progress.report(LoginProgress.Step.VERIFYING);
            var facts = surroundings.server().session(grant.handle());
            checkIdentity(facts.professional(), asked);
            var session =
                    surroundings.sessions().open(grant.handle(), facts, number, request.cardRemoval(), context.watch());
            handedOver = true;
            return session;
        } finally {
            station.leave();
            if (!handedOver) {
                context.grant().ifPresent(grant -> surroundings.server().abandon(grant.handle()));
            }
        }
    }

    /** Whether the professional had a say, so that no other authenticator may ask again. */
    boolean wasAnswered() {
        return context.failure()
                .map(failure -> failure.problem().party() == Party.PROFESSIONAL)
                .orElse(context.grant().isPresent());
    }

    /** The request, naming the professional where the authenticator cannot do without. */
    private LoginRequest withNationalId() throws PscException, InterruptedException {
        if (!station.descriptor().needsNationalId() || request.nationalId().isPresent()) {
            return request;
        }
        var answer = dialog.nationalId(new NationalIdQuestion(Optional.empty()));
        return request.withNationalId(answer.map(NationalIdAnswer::nationalId)
                .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody is named")));
    }

    private SessionGrant authenticate(LoginRequest asked) throws PscException, InterruptedException {
        try {
            var grant = station.authenticator().authenticate(asked, context);
            return context.grant()
                    .filter(given -> given == grant)
                    .orElseThrow(() ->
                            new PscException(PluginProblem.PLUGIN_FAILED, "the grant is not the one of this attempt"));
        } catch (PscException e) {
            // It passed the answer on, or stumbled over it; either way the answer as it came is what counts.
            throw context.failure()
                    .filter(answer -> e.problem() == answer.problem() || e.problem() == PluginProblem.PLUGIN_FAILED)
                    .orElse(e);
        } finally {
            hostSide.close();
        }
    }

    /** The person who logged in must be the one whom the device, or else the caller, named. */
    private void checkIdentity(Professional professional, LoginRequest request) throws PscException {
        var expected = context.asked().or(request::nationalId);
        if (expected.isPresent() && !professional.isKnownAs(expected.get())) {
            throw new PscException(LoginProblem.IDENTITY_MISMATCH, "another person than the one asked logged in");
        }
    }
}
