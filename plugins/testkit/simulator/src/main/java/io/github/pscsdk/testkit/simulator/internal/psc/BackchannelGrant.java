package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.persona.PollAnswer;
import java.util.Optional;

/** Answers the polls of a back-channel login (CIBA Core §10 and §11). */
final class BackchannelGrant implements TokenEndpoint.Grant {
    static final String TYPE = "urn:openid:params:grant-type:ciba";

    private final BackchannelLogins pending;
    private final Logins logins;
    private final TokenMint mint;
    private final Timing timing;

    BackchannelGrant(BackchannelLogins pending, Logins logins, TokenMint mint, Timing timing) {
        this.pending = pending;
        this.logins = logins;
        this.mint = mint;
        this.timing = timing;
    }

    @Override
    public Reply answer(SimulatedClient client, Form form) throws Refusal {
        var login = pending.find(form.required("auth_req_id"), client)
                .orElseThrow(() -> Refusal.of("invalid_grant", "Invalid Auth Req ID"));
        var answer = login.poll(timing.now());
        if (answer instanceof PollAnswer.Error error) {
            throw Refusal.of(error.code(), error.description());
        } else if (answer instanceof PollAnswer.Outage outage) {
            return Reply.empty(503)
                    .withHeader("Retry-After", Long.toString(outage.retryAfter().toSeconds()));
        }
        var session = logins.open(client, login.asked(), login.authMode());
        return Reply.json(200, mint.issue(session, Optional.empty()));
    }
}
