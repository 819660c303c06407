package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.BrowserSignOut;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.http.Form;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The way out through the browser: OpenID Connect RP-Initiated Logout 1.0, section 2. */
public final class BrowserSignOuts {
    private final EndSessionEndpoint endpoint;
    private final String clientId;
    private final URI returnUri;

    /** @param returnUri where the browser comes back to, as declared to ANS */
    public BrowserSignOuts(EndSessionEndpoint endpoint, String clientId, URI returnUri) {
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.returnUri = returnUri;
    }

    /** Says where to send the browser. The hint names the session at PSC, however long the ID token has expired. */
    public CompletableFuture<BrowserSignOut> begin(String idTokenHint) {
        var state = RandomValues.secret();
        var parameters = Form.of("id_token_hint", idTokenHint)
                .with("client_id", clientId)
                .with("post_logout_redirect_uri", returnUri.toString())
                .with("state", state);
        return endpoint.page(parameters).thenApply(page -> new BrowserSignOut(page, state));
    }
}
