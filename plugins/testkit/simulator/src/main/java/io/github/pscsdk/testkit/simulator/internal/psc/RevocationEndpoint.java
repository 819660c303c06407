package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;

/** Withdraws an access token, or with a refresh token the whole session (RFC 7009). An unknown token is none to worry about. */
final class RevocationEndpoint implements Handler {
    private final Clients clients;
    private final TokenVault vault;

    RevocationEndpoint(Clients clients, TokenVault vault) {
        this.clients = clients;
        this.vault = vault;
    }

    @Override
    public Reply answer(IncomingRequest request) throws Refusal {
        var client = clients.authenticate(request);
        var token = vault.find(request.form().required("token"));
        if (token.isPresent()) {
            if (!token.get().session().client().equals(client)) {
                throw Refusal.of("invalid_grant", "The token was issued to another client");
            }
            vault.withdraw(token.get());
            if (token.get().kind() == IssuedToken.Kind.REFRESH) {
                token.get().session().end();
            }
        }
        return Reply.empty(200);
    }
}
