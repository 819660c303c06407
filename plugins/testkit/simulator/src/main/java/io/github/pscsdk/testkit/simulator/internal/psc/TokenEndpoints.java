package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Realm;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenDefects;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoints that give tokens, tell of them and withdraw them; each authenticates the client first. */
record TokenEndpoints(Realm realm, TokenIssuer issuer, AuthorizationCodes codes, BackchannelLogins backchannel) {
    /** Gives tokens for the grant that the request names (RFC 6749 §3.2). */
    Reply grant(IncomingRequest request) throws OAuthErrorException {
        var client = realm.clients().authenticate(request);
        var form = request.form();
        return switch (form.required("grant_type")) {
            case "authorization_code" -> byCode(client, form);
            case "urn:openid:params:grant-type:ciba" -> byPoll(client, form);
            case "refresh_token" -> byRefreshToken(client, form);
            default -> throw OAuthErrorException.of("unsupported_grant_type", "Unsupported grant_type");
        };
    }

    /** The code of the login page (RFC 6749 §4.1.3, RFC 7636 §4.6). */
    private Reply byCode(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var code = form.required("code");
        var redirectUri = form.required("redirect_uri");
        var login = codes.take(code)
                .filter(content -> content.session().client().equals(client))
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Code not valid"));
        if (!login.redirectUri().equals(redirectUri)) {
            throw OAuthErrorException.of("invalid_grant", "Incorrect redirect_uri");
        }
        if (!login.isVerifiedBy(form.optional("code_verifier"))) {
            throw OAuthErrorException.of("invalid_grant", "PKCE verification failed");
        }
        if (login.outcome() instanceof PollAnswer.Error error) {
            throw OAuthErrorException.of(error.code(), "Code not valid");
        }
        return loggedIn(issuer.issue(login.session(), TokenIssuer.Grant.CODE, login.nonce()));
    }

    /** A poll of a back-channel login (CIBA Core §10 and §11). */
    private Reply byPoll(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var login = backchannel
                .find(form.required("auth_req_id"), client)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Invalid Auth Req ID"));
        var answer = login.poll();
        if (answer instanceof PollAnswer.Error error) {
            throw OAuthErrorException.of(error.code(), error.description());
        } else if (answer instanceof PollAnswer.Outage outage) {
            return Reply.empty(503)
                    .withHeader("Retry-After", Long.toString(outage.retryAfter().toSeconds()));
        }
        var session = realm.join(realm.open(login.asked(), login.authMode()), client);
        return loggedIn(issuer.issue(session, TokenIssuer.Grant.BACKCHANNEL, Optional.empty()));
    }

    private Reply loggedIn(JsonObjectBuilder tokens) {
        realm.simulation().journal().addLogin();
        return Reply.json(200, tokens);
    }

    /** A refresh token (RFC 6749 §6), for one use: a guess. The new ID token has no nonce, as with Keycloak. */
    private Reply byRefreshToken(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var scope = form.optional("scope").orElse(LoginRequestRules.SCOPE);
        // RFC 6749 §6: what was not granted cannot be had later.
        if (!Set.of(LoginRequestRules.SCOPE.split(" ")).containsAll(List.of(scope.split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope is wider than what was granted");
        }
        var token = realm.tokens()
                .live(form.required("refresh_token"))
                .filter(live -> live.kind() == IssuedToken.Kind.REFRESH)
                .filter(live -> live.session().client().equals(client))
                .filter(realm.tokens()::withdraw)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Token is not active"));
        return Reply.json(200, issuer.issue(token.session(), TokenIssuer.Grant.REFRESH, Optional.empty()));
    }

    /** Tells any client whether a token lives (RFC 7662; pro-sante-connect, section 9.2). */
    Reply introspect(IncomingRequest request) throws OAuthErrorException {
        realm.clients().authenticateForIntrospection(request);
        var document = realm.tokens()
                .live(request.form().required("token"))
                .map(this::describe)
                .orElseGet(() -> new JsonObjectBuilder().with("active", false));
        return Reply.json(200, document);
    }

    private JsonObjectBuilder describe(IssuedToken token) {
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

    /**
     * Withdraws an access token, or with a refresh token the whole session (RFC 7009). An unknown token is none to
     * worry about.
     */
    Reply revoke(IncomingRequest request) throws OAuthErrorException {
        var client = realm.clients().authenticate(request);
        var token = realm.tokens().find(request.form().required("token"));
        if (token.isPresent()) {
            if (!token.get().session().client().equals(client)) {
                throw OAuthErrorException.of("invalid_grant", "The token was issued to another client");
            }
            realm.tokens().withdraw(token.get());
            if (token.get().kind() == IssuedToken.Kind.REFRESH) {
                token.get().session().end();
            }
        }
        return Reply.empty(200);
    }
}
