package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.persona.PollAnswer;
import java.util.Optional;

/** Exchanges the code of the login page (RFC 6749 §4.1.3, RFC 7636 §4.6). */
final class CodeGrant implements TokenEndpoint.Grant {
    static final String TYPE = "authorization_code";

    private final LoginCodes codes;
    private final TokenMint mint;
    private final Timing timing;

    CodeGrant(LoginCodes codes, TokenMint mint, Timing timing) {
        this.codes = codes;
        this.mint = mint;
        this.timing = timing;
    }

    @Override
    public Reply answer(SimulatedClient client, Form form) throws Refusal {
        var code = form.required("code");
        var redirectUri = form.required("redirect_uri");
        var login = codes.take(code)
                .filter(content -> timing.now().isBefore(content.expiresAt()))
                .filter(content -> content.session().client().equals(client))
                .orElseThrow(() -> Refusal.of("invalid_grant", "Code not valid"));
        if (!login.redirectUri().equals(redirectUri)) {
            throw Refusal.of("invalid_grant", "Incorrect redirect_uri");
        }
        if (!login.isVerifiedBy(form.optional("code_verifier"))) {
            throw Refusal.of("invalid_grant", "PKCE verification failed");
        }
        if (login.outcome() instanceof PollAnswer.Error error) {
            throw Refusal.of(error.code(), "Code not valid");
        }
        return Reply.json(200, mint.issue(login.session(), Optional.of(login.nonce())));
    }
}
