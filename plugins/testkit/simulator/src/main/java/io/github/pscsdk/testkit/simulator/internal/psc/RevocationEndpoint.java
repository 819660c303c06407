package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;

/** Withdraws an access token, or with a refresh token the whole session (RFC 7009). An unknown token is none to worry about. */
record RevocationEndpoint(Clients clients, TokenStore tokens) implements Handler {
    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var token = tokens.find(request.form().required("token"));
        if (token.isPresent()) {
            if (!token.get().session().client().equals(client)) {
                throw OAuthErrorException.of("invalid_grant", "The token was issued to another client");
            }
            tokens.withdraw(token.get());
            if (token.get().kind() == IssuedToken.Kind.REFRESH) {
                token.get().session().end();
            }
        }
        return Reply.empty(200);
    }
}
