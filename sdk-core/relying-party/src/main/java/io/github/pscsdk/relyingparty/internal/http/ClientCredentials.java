package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;

/**
 * How a client authenticates at PSC, and what that adds to a request. Prints its method alone.
 *
 * @param secret that is sent, if there is one: whoever receives it could be this client from then on
 * @param certificate that is shown in TLS handshakes, by the key managers
 */
public record ClientCredentials(
        Method method, Optional<String> secret, Optional<X509Certificate> certificate, List<KeyManager> keyManagers) {
    public enum Method {
        /** For callers that read public documents only. */
        NONE,
        /** RFC 6749, section 2.3.1. */
        CLIENT_SECRET_BASIC,
        /** RFC 6749, section 2.3.1. */
        CLIENT_SECRET_POST,
        /** RFC 8705, section 2.1. */
        TLS_CLIENT_AUTH
    }

    public static ClientCredentials none() {
        return new ClientCredentials(Method.NONE, Optional.empty(), Optional.empty(), List.of());
    }

    /** @param method one that sends it */
    public static ClientCredentials secret(Method method, String secret) {
        return new ClientCredentials(method, Optional.of(secret), Optional.empty(), List.of());
    }

    public static ClientCredentials certificate(X509Certificate shown, List<KeyManager> keyManagers) {
        return new ClientCredentials(Method.TLS_CLIENT_AUTH, Optional.empty(), Optional.of(shown), keyManagers);
    }

    /** The form with what proves the client, where that goes into forms. */
    Form addTo(Form form, String clientId) {
        return switch (method) {
            case NONE, CLIENT_SECRET_BASIC -> form;
            case CLIENT_SECRET_POST -> form.with("client_id", clientId).with("client_secret", secret.orElseThrow());
            // RFC 8705, section 2: the client id tells the server which certificate to expect.
            case TLS_CLIENT_AUTH -> form.with("client_id", clientId);
        };
    }

    /** The value of the header {@code Authorization}, where the proof goes there. */
    Optional<String> authorization(String clientId) {
        if (method != Method.CLIENT_SECRET_BASIC) {
            return Optional.empty();
        }
        // Both halves are form-encoded before they are joined.
        var pair = Form.encode(clientId) + ":" + Form.encode(secret.orElseThrow());
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** By the certificate: whoever reads its file again has other key managers for the same key. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ClientCredentials that
                && method == that.method
                && secret.equals(that.secret)
                && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, secret, certificate);
    }

    @Override
    public String toString() {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
