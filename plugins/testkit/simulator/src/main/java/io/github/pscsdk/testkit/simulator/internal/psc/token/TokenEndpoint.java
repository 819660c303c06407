package io.github.pscsdk.testkit.simulator.internal.psc.token;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;
import java.util.Map;

/** Authenticates the client and calls the grant that the request names (RFC 6749 §3.2). */
public final class TokenEndpoint implements Handler {
    /** A grant type: one way to get tokens. */
    @FunctionalInterface
    interface Grant {
        Reply answer(SimulatedClient client, FormParameters form) throws OAuthErrorException;
    }

    private final Clients clients;
    private final Map<String, Grant> grants;
    private final Journal journal;

    public TokenEndpoint(Clients clients, Map<String, Grant> grants, Journal journal) {
        this.clients = clients;
        this.journal = journal;
        this.grants = Map.copyOf(grants);
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
        var form = request.form();
        var type = form.required("grant_type");
        var grant = grants.get(type);
        if (grant == null) {
            throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        }
        var reply = grant.answer(client, form);
        if (reply.status() == 200 && !type.equals(RefreshGrant.TYPE)) {
            journal.addLogin();
        }
        return reply;
    }
}
