package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import java.util.Optional;

/**
 * Ends a session (OpenID Connect RP-Initiated Logout §2; pro-sante-connect, section 8), for a browser or from server
 * to server. Without a hint the session is not known: a page asks for confirmation, and no session ends.
 */
final class LogoutEndpoint implements Handler {
    private final TokenStore tokens;
    private final LogoutNotices notices;
    private final Dials dials;

    LogoutEndpoint(TokenStore tokens, LogoutNotices notices, Dials dials) {
        this.tokens = tokens;
        this.notices = notices;
        this.dials = dials;
    }

    @Override
    public Reply answer(IncomingRequest request) {
        try {
            return logout(request.parameters().wellFormed());
        } catch (OAuthErrorException e) {
            // A person may be looking at this: a page, never a redirect to a URI that was not declared.
            return Reply.page(400, "Déconnexion impossible. Cannot log out: " + e.description());
        }
    }

    private Reply logout(FormParameters form) throws OAuthErrorException {
        var hint = form.optional("id_token_hint");
        if (hint.isEmpty()) {
            return Reply.page(200, "Voulez-vous vous déconnecter ? Do you want to log out?");
        }
        var session = tokens.ownerOfIdToken(hint.get())
                .orElseThrow(() -> OAuthErrorException.invalidRequest("Invalid parameter: id_token_hint"));
        var client = session.client();
        if (!form.optional("client_id").orElse(client.id()).equals(client.id())) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: client_id");
        }
        var target = form.optional("post_logout_redirect_uri");
        if (target.isPresent() && !client.mayReturnAfterLogoutTo(target.get())) {
            throw OAuthErrorException.invalidRequest("Invalid parameter: post_logout_redirect_uri");
        }
        notices.end(session);
        return target.map(uri -> back(uri, form.optional("state").filter(this::isEchoed)))
                .orElseGet(() -> Reply.page(200, "Session fermée. Session closed."));
    }

    private boolean isEchoed(String state) {
        return dials.value(Dial.LOGOUT_ECHOES_STATE).orElse(true);
    }

    private static Reply back(String uri, Optional<String> state) {
        return Reply.redirect(new ReturnUri(uri).with("state", state).toUri());
    }
}
