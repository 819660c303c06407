package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.login.BackchannelLogins;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RealmSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Timing;
import io.github.pscsdk.testkit.simulator.internal.script.PollAnswer;
import java.util.Optional;

/** Answers the polls of a back-channel login (CIBA Core §10 and §11). */
public final class BackchannelGrant implements TokenEndpoint.Grant {
    public static final String TYPE = "urn:openid:params:grant-type:ciba";

    private final BackchannelLogins pending;
    private final RealmSessions logins;
    private final TokenIssuer tokenIssuer;
    private final Timing timing;

    public BackchannelGrant(BackchannelLogins pending, RealmSessions logins, TokenIssuer tokenIssuer, Timing timing) {
        this.pending = pending;
        this.logins = logins;
        this.tokenIssuer = tokenIssuer;
        this.timing = timing;
    }

    @Override
    public Reply answer(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var login = pending.find(form.required("auth_req_id"), client)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Invalid Auth Req ID"));
        var answer = login.poll(timing.now());
        if (answer instanceof PollAnswer.Error error) {
            throw OAuthErrorException.of(error.code(), error.description());
        } else if (answer instanceof PollAnswer.Outage outage) {
            return Reply.empty(503)
                    .withHeader("Retry-After", Long.toString(outage.retryAfter().toSeconds()));
        }
        var session = logins.join(logins.open(login.asked(), login.authMode()), client);
        return Reply.json(200, tokenIssuer.issue(session, Optional.empty()));
    }
}
