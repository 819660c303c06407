package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.PendingRequest;
import io.github.pscsdk.testkit.simulator.internal.psc.login.BackchannelLogin;
import io.github.pscsdk.testkit.simulator.internal.psc.login.BackchannelLogins;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RealmSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Timing;
import io.github.pscsdk.testkit.simulator.internal.script.PollAnswer;
import java.util.List;

/** The open sessions and the pending back-channel requests, for the control API. Holds no secret. */
public final class RealmSnapshot {
    private final RealmSessions logins;
    private final BackchannelLogins pending;
    private final Timing timing;

    RealmSnapshot(RealmSessions logins, BackchannelLogins pending, Timing timing) {
        this.logins = logins;
        this.pending = pending;
        this.timing = timing;
    }

    /** The sessions that have not ended, oldest first. */
    public List<JsonObject> sessions() {
        return logins.parts().stream()
                .map(session -> new JsonObject()
                        .with("id", session.id())
                        .with("clientId", session.client().id())
                        .with("nationalId", session.nationalId())
                        .with("authMode", session.authMode())
                        .with("authenticatedAt", session.authTime().toString())
                        .with("expiresAt", session.realm().limit().toString()))
                .toList();
    }

    /** The back-channel requests that nobody has answered. */
    public List<PendingRequest> pending() {
        return pending.unanswered(timing.now()).stream()
                .map(BackchannelLogin::describe)
                .toList();
    }

    /** Answers the pending request of that id; false if there is none. */
    public boolean settle(String id, PendingRequest.Outcome outcome) {
        var now = timing.now();
        var answer = switch (outcome) {
            case APPROVED -> PollAnswer.TOKENS;
            case REFUSED -> PollAnswer.DENIED;
            case EXPIRED -> PollAnswer.EXPIRED;
        };
        return pending.unanswered(now).stream()
                .filter(login -> login.id().equals(id))
                .anyMatch(login -> login.settle(answer, now));
    }
}
