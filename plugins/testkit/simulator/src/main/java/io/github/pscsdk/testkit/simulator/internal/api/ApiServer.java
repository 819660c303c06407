package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Puts the endpoints of the API's authorization server on its origin. */
public final class ApiServer {
    private final URI tokenEndpoint;
    private final URI revocationEndpoint;
    private final URI introspectionEndpoint;

    /**
     * Wires the server and its routes; the origin is started by the caller.
     *
     * @param subjects the tokens of Pro Santé Connect
     * @param apis the audiences that it knows, at least one, each with its scopes
     */
    public ApiServer(
            Origin origin,
            Clients clients,
            TokenStore subjects,
            Map<String, Set<String>> apis,
            SigningKeys keys,
            Clock clock,
            Journal journal,
            Dials dials) {
        // No /auth prefix: the conformity API of ANS runs a newer Keycloak than Pro Santé Connect does.
        var issuer = origin.base().resolve("/realms/api-fictive");
        var protocol = issuer + "/protocol/openid-connect";
        this.tokenEndpoint = URI.create(protocol + "/token");
        this.revocationEndpoint = URI.create(protocol + "/revoke");
        this.introspectionEndpoint = URI.create(protocol + "/token/introspect");
        var tokens = new ApiTokens(clock, journal);
        var tokenIssuer = new ApiTokenIssuer(issuer.toString(), keys, tokens, clock);
        origin.route(
                Endpoint.API_TOKEN,
                tokenEndpoint.getPath(),
                new ApiTokenEndpoint(clients, subjects, apis, tokens, tokenIssuer, dials),
                "POST");
        origin.route(
                Endpoint.API_REVOCATION,
                revocationEndpoint.getPath(),
                new ApiRevocationEndpoint(clients, tokens),
                "POST");
        origin.route(
                Endpoint.API_INTROSPECTION,
                introspectionEndpoint.getPath(),
                new ApiIntrospectionEndpoint(clients, tokens),
                "POST");
        origin.route(
                Endpoint.API_JWKS,
                issuer.getPath() + "/protocol/openid-connect/certs",
                request -> Reply.json(200, keys.jwks()),
                "GET");
    }

    /** Where tokens are exchanged. */
    public URI tokenEndpoint() {
        return tokenEndpoint;
    }

    /** Where a client gives its tokens back. */
    public URI revocationEndpoint() {
        return revocationEndpoint;
    }

    /** Where the API asks about tokens. */
    public URI introspectionEndpoint() {
        return introspectionEndpoint;
    }
}
