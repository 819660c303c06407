package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;

/**
 * Introspects a token for an API (RFC 7662). The answer includes the UserInfo document, because an API may not fetch
 * it itself.
 */
final class ApiIntrospectionEndpoint implements Handler {
    private final Clients clients;
    private final ApiTokens tokens;

    ApiIntrospectionEndpoint(Clients clients, ApiTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        clients.authenticateForIntrospection(request);
        var document = tokens.live(ApiToken.Kind.ACCESS, request.form().required("token"))
                .map(ApiIntrospectionEndpoint::describe)
                .orElseGet(() -> new JsonObject().with("active", false));
        return Reply.json(200, document);
    }

    private static JsonObject describe(ApiToken token) {
        var document = new JsonObject()
                .with("active", true)
                .with("SubjectNameID", token.nationalId())
                .with("exp", token.expiresAt().getEpochSecond())
                .with("iat", token.issuedAt().getEpochSecond())
                .with("client_id", token.session().client().id())
                .with("scope", token.session().scope())
                .with("token_type", "Bearer");
        token.certificateHash().ifPresent(hash -> document.with("cnf", CertificateHash.confirmation(hash)));
        return document.with("userinfo", token.session().userInfo());
    }
}
