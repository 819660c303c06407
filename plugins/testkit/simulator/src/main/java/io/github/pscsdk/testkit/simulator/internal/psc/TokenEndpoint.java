package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Clients;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.login.AuthorizationCodes;
import io.github.pscsdk.testkit.simulator.internal.psc.login.BackchannelLogins;
import io.github.pscsdk.testkit.simulator.internal.psc.login.LoginRequestRules;
import io.github.pscsdk.testkit.simulator.internal.psc.session.IssuedToken;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.RealmSessions;
import io.github.pscsdk.testkit.simulator.internal.psc.session.TokenStore;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Authenticates the client, and gives it tokens for the grant that the request names (RFC 6749 §3.2). */
record TokenEndpoint(
        Clients clients,
        AuthorizationCodes codes,
        BackchannelLogins backchannel,
        RealmSessions sessions,
        TokenStore tokens,
        TokenIssuer tokenIssuer)
        implements Handler {
    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        var client = clients.authenticate(request);
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
        var reply = Reply.json(200, tokenIssuer.issue(login.session(), TokenIssuer.Grant.CODE, login.nonce()));
        tokenIssuer.simulation().journal().addLogin();
        return reply;
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
        var session = sessions.join(sessions.open(login.asked(), login.authMode()), client);
        var reply = Reply.json(200, tokenIssuer.issue(session, TokenIssuer.Grant.BACKCHANNEL, Optional.empty()));
        tokenIssuer.simulation().journal().addLogin();
        return reply;
    }

    /** A refresh token (RFC 6749 §6), for one use: a guess. The new ID token has no nonce, as with Keycloak. */
    private Reply byRefreshToken(SimulatedClient client, FormParameters form) throws OAuthErrorException {
        var scope = form.optional("scope").orElse(LoginRequestRules.SCOPE);
        // RFC 6749 §6: what was not granted cannot be had later.
        if (!Set.of(LoginRequestRules.SCOPE.split(" ")).containsAll(List.of(scope.split(" ")))) {
            throw OAuthErrorException.of("invalid_scope", "The scope is wider than what was granted");
        }
        var token = tokens.live(form.required("refresh_token"))
                .filter(live -> live.kind() == IssuedToken.Kind.REFRESH)
                .filter(live -> live.session().client().equals(client))
                .filter(tokens::withdraw)
                .orElseThrow(() -> OAuthErrorException.of("invalid_grant", "Token is not active"));
        return Reply.json(200, tokenIssuer.issue(token.session(), TokenIssuer.Grant.REFRESH, Optional.empty()));
    }
}
