package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;

/** Withdraws an access token of the API, or with a refresh token all tokens of its exchange (RFC 7009 §2). */
final class ApiRevocationEndpoint implements Handler {
    private final Clients clients;
    private final ApiTokens tokens;

    ApiRevocationEndpoint(Clients clients, ApiTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var token = tokens.find(request.form().required("token"));
        if (token.isPresent()) {
            var session = token.get().session();
            if (!session.client().equals(client)) {
                throw OAuthErrorException.of("invalid_grant", "The token was issued to another client");
            }
            switch (token.get().kind()) {
                case ACCESS -> tokens.withdraw(token.get());
                case REFRESH -> tokens.withdrawAll(session);
            }
        }
        return Reply.empty(200);
    }
}
