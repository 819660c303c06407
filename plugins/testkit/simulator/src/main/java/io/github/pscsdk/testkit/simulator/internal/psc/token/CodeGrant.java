package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.login.AuthorizationCodes;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Timing;
import io.github.pscsdk.testkit.simulator.internal.script.PollAnswer;
import java.util.Optional;

/** Exchanges the code of the login page (RFC 6749 §4.1.3, RFC 7636 §4.6). */
public final class CodeGrant implements TokenEndpoint.Grant {
    public static final String TYPE = "authorization_code";

    private final AuthorizationCodes codes;
    private final TokenIssuer tokenIssuer;
    private final Timing timing;

    public CodeGrant(AuthorizationCodes codes, TokenIssuer tokenIssuer, Timing timing) {
        this.codes = codes;
        this.tokenIssuer = tokenIssuer;
        this.timing = timing;
    }

    @Override
    public Reply answer(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var code = form.required("code");
        var redirectUri = form.required("redirect_uri");
        var login = codes.take(code)
                .filter(content -> timing.now().isBefore(content.expiresAt()))
                .filter(content -> content.session().client().equals(client))
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Code not valid"));
        if (!login.redirectUri().equals(redirectUri)) {
            throw OAuthErrorException.of("invalid_grant", "Incorrect redirect_uri");
        }
        if (!login.isVerifiedBy(form.optional("code_verifier"))) {
            throw OAuthErrorException.of("invalid_grant", "PKCE verification failed");
        }
        if (login.outcome() instanceof PollAnswer.Error error) {
            throw OAuthErrorException.of(error.code(), "Code not valid");
        }
        return Reply.json(200, tokenIssuer.issue(login.session(), Optional.of(login.nonce())));
    }
}
