package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import java.util.Optional;

/**
 * Exchanges a refresh token (RFC 6749 §6). Each is good for once, so that a client which keeps an old one is found out; what
 * Pro Santé Connect does is not known. The new ID token has no nonce, as with Keycloak.
 */
final class RefreshGrant implements TokenEndpoint.Grant {
    static final String TYPE = "refresh_token";

    private final TokenVault vault;
    private final TokenMint mint;

    RefreshGrant(TokenVault vault, TokenMint mint) {
        this.vault = vault;
        this.mint = mint;
    }

    @Override
    public Reply answer(SimulatedClient client, Form form) throws Refusal {
        var token = vault.live(form.required("refresh_token"))
                .filter(live -> live.kind() == IssuedToken.Kind.REFRESH)
                .filter(live -> live.session().client().equals(client))
                .filter(vault::withdraw)
                .orElseThrow(() -> Refusal.of("invalid_grant", "Token is not active"));
        return Reply.json(200, mint.issue(token.session(), Optional.empty()));
    }
}
