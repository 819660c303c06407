package io.github.pscsdk.relyingparty.internal.endpoint;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * PSC's end-session endpoint (OpenID Connect RP-Initiated Logout 1.0, section 2). An expired ID token still is the
 * hint.
 */
public record EndSessionEndpoint(ClientCalls http, Provider provider) {
    public CompletableFuture<Void> end(String idTokenHint) {
        return provider.metadata()
                .thenApply(checked(metadata -> named(metadata.endSession())))
                .thenCompose(uri -> http.post(Endpoint.END_SESSION, uri, Form.of("id_token_hint", idTokenHint)))
                .thenApply(checked(EndSessionEndpoint::ended));
    }

    /** Where to send a browser, with these parameters. Fails where PSC is away: the browser would show nothing. */
    public CompletableFuture<URI> page(Form parameters) {
        return provider.freshMetadata()
                .thenApply(checked(metadata -> named(metadata.endSessionPage())))
                .thenApply(parameters::asQueryOf);
    }

    private static URI named(Optional<URI> endpoint) throws PscException {
        return endpoint.orElseThrow(() -> new PscException(
                LoginProblem.PSC_ANSWER_INVALID, "the discovery document names no end-session endpoint"));
    }

    private static Void ended(HttpResponse response) throws PscException {
        // A redirect leads to PSC's "session closed" page, made for a browser: the session has ended all the same.
        if (response.status() >= 500) {
            throw new PscException(
                    LoginProblem.PSC_UNAVAILABLE, "the end-session endpoint: status " + response.status());
        }
        if (response.status() >= 400) {
            throw Peer.PSC.unexpectedStatus("the end-session endpoint", response);
        }
        return null;
    }
}
