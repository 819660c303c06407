package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;

/** Returns the UserInfo document for a valid access token (OpenID Connect Core §5.3, RFC 6750 §3). */
public final class UserInfoEndpoint implements Handler {
    private static final String CHALLENGE = "Bearer realm=\"esante-wallet\"";

    private final TokenStore tokens;

    public UserInfoEndpoint(TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public Reply answer(IncomingRequest request) {
        var presented = request.bearerToken();
        if (presented.isEmpty()) {
            return Reply.empty(401).withHeader("WWW-Authenticate", CHALLENGE);
        }
        return presented
                .flatMap(tokens::liveAccessToken)
                .map(token -> Reply.json(200, UserInfo.of(token.session())))
                .orElseGet(
                        () -> Reply.empty(401).withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }
}
