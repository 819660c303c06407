package io.github.pscsdk.relyingparty.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;

/** How a client authenticates at PSC, and what that adds to a request. No subtype prints a secret. */
public sealed interface ClientCredentials {
    /** The form with what proves the client, where that goes into forms. */
    default Form addTo(Form form, String clientId) {
        return form;
    }

    /** The value of the header {@code Authorization}, where the proof goes there. */
    default Optional<String> authorization(String clientId) {
        return Optional.empty();
    }

    default List<KeyManager> keyManagers() {
        return List.of();
    }

    default Optional<X509Certificate> certificate() {
        return Optional.empty();
    }

    /** The secret that is sent, if there is one: whoever receives it could be this client from then on. */
    default Optional<String> sentSecret() {
        return Optional.empty();
    }

    /** For callers that read public documents only. */
    record None() implements ClientCredentials {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** {@code client_secret_basic}: RFC 6749, section 2.3.1. */
    record Basic(String secret) implements ClientCredentials {
        @Override
        public Optional<String> authorization(String clientId) {
            // Both halves are form-encoded before they are joined.
            var pair = Form.encode(clientId) + ":" + Form.encode(secret);
            var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return Optional.of("Basic " + encoded);
        }

        @Override
        public Optional<String> sentSecret() {
            return Optional.of(secret);
        }

        @Override
        public String toString() {
            return "client_secret_basic";
        }
    }

    /** {@code client_secret_post}: RFC 6749, section 2.3.1. */
    record Post(String secret) implements ClientCredentials {
        @Override
        public Form addTo(Form form, String clientId) {
            return form.with("client_id", clientId).with("client_secret", secret);
        }

        @Override
        public Optional<String> sentSecret() {
            return Optional.of(secret);
        }

        @Override
        public String toString() {
            return "client_secret_post";
        }
    }

    /** {@code tls_client_auth}: RFC 8705, section 2.1. */
    record Certificate(List<KeyManager> keyManagers, X509Certificate shown) implements ClientCredentials {
        @Override
        public Form addTo(Form form, String clientId) {
            // RFC 8705, section 2: the client id tells the server which certificate to expect.
            return form.with("client_id", clientId);
        }

        @Override
        public Optional<X509Certificate> certificate() {
            return Optional.of(shown);
        }

        /** By the certificate: whoever reads its file again has other key managers for the same key. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Certificate certificate && certificate.shown.equals(shown);
        }

        @Override
        public int hashCode() {
            return shown.hashCode();
        }

        @Override
        public String toString() {
            return "tls_client_auth";
        }
    }
}
