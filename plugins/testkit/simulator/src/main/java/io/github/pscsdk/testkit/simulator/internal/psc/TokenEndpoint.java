package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;
import java.util.Map;

/** Authenticates the client and calls the grant that the request names (RFC 6749 §3.2). */
final class TokenEndpoint implements Handler {
    /** A grant type: one way to get tokens. */
    @FunctionalInterface
    interface Grant {
        Reply answer(SimulatedClient client, FormParameters form) throws OAuthErrorException;
    }

    private final Clients clients;
    private final Map<String, Grant> grants;

    TokenEndpoint(Clients clients, Map<String, Grant> grants) {
        this.clients = clients;
        this.grants = Map.copyOf(grants);
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var form = request.form();
        var grant = grants.get(form.required("grant_type"));
        if (grant == null) {
            throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        }
        return grant.answer(client, form);
    }
}
