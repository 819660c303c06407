package io.github.pscsdk.relyingparty.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Adds the client authentication to a request. */
final class RequestAuthentication {
    private final String clientId;
    private final ClientCredentials credentials;

    RequestAuthentication(String clientId, ClientCredentials credentials) {
        this.clientId = clientId;
        this.credentials = credentials;
    }

    Form addTo(Form form) {
        if (credentials instanceof ClientCredentials.Post post) {
            return form.with("client_id", clientId).with("client_secret", post.secret());
        }
        if (credentials instanceof ClientCredentials.Certificate) {
            // RFC 8705, section 2: the client id tells the server which certificate to expect.
            return form.with("client_id", clientId);
        }
        return form;
    }

    Optional<String> authorization() {
        if (credentials instanceof ClientCredentials.Basic basic) {
            // RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
            var pair = Form.encode(clientId) + ":" + Form.encode(basic.secret());
            var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return Optional.of("Basic " + encoded);
        }
        return Optional.empty();
    }

    Optional<ClientCredentials.Certificate> certificate() {
        return credentials instanceof ClientCredentials.Certificate c ? Optional.of(c) : Optional.empty();
    }
}
