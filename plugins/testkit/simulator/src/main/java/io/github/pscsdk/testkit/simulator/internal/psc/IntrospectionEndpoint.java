package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.login.LoginRequestRules;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenDefects;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import java.util.Optional;

/** Tells any client whether a token lives (RFC 7662; pro-sante-connect, section 9.2). */
record IntrospectionEndpoint(TokenIssuer issuer, Clients clients, TokenStore tokens) implements Handler {
    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        clients.authenticateForIntrospection(request);
        var document = tokens.live(request.form().required("token"))
                .map(this::describe)
                .orElseGet(() -> new JsonObject().with("active", false));
        return Reply.json(200, document);
    }

    private JsonObject describe(IssuedToken token) {
        var session = token.session();
        var document = issuer.claims(session, token.kind().typ(), token.id(), token.issuedAt(), token.expiresAt())
                .with("nonce", token.nonce())
                .with("session_state", session.isOf2026() ? Optional.empty() : Optional.of(session.id()))
                .with("preferred_username", session.nationalId())
                .with("acr", TokenIssuer.acr(session))
                .with("scope", LoginRequestRules.SCOPE)
                .with("sid", session.id());
        if (token.kind() == IssuedToken.Kind.ACCESS) {
            session.named(document);
        }
        document.with("client_id", session.client().id())
                .with("username", session.nationalId())
                .with("active", true);
        return TokenDefects.withoutMissing(document, session.dials());
    }
}
