package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.login.LoginRequestRules;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Exchanges a refresh token (RFC 6749 §6). Each can be used once, so that a client that keeps an old one fails. What
 * Pro Santé Connect does is not known. The new ID token has no nonce, as with Keycloak.
 */
public final class RefreshGrant implements TokenEndpoint.Grant {
    public static final String TYPE = "refresh_token";

    private final TokenStore tokens;
    private final TokenIssuer tokenIssuer;

    public RefreshGrant(TokenStore tokens, TokenIssuer tokenIssuer) {
        this.tokens = tokens;
        this.tokenIssuer = tokenIssuer;
    }

    @Override
    public Reply answer(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        // RFC 6749 §6: what was not granted cannot be had later.
        if (!Set.of(LoginRequestRules.SCOPE.split(" "))
                .containsAll(List.of(
                        form.optional("scope").orElse(LoginRequestRules.SCOPE).split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope is wider than what was granted");
        }
        var token = tokens.live(form.required("refresh_token"))
                .filter(live -> live.kind() == IssuedToken.Kind.REFRESH)
                .filter(live -> live.session().client().equals(client))
                .filter(tokens::withdraw)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Token is not active"));
        return Reply.json(200, tokenIssuer.issue(token.session(), Optional.empty()));
    }
}
