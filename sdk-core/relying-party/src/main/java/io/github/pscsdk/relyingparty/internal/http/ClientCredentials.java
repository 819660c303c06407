package io.github.pscsdk.relyingparty.internal.http;

import java.util.List;
import javax.net.ssl.KeyManager;

/** How a client authenticates at PSC; inspected by this package alone. No subtype prints a secret. */
public sealed interface ClientCredentials {

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
        public String toString() {
            return "client_secret_basic";
        }
    }

    /** {@code client_secret_post}: RFC 6749, section 2.3.1. */
    record Post(String secret) implements ClientCredentials {
        @Override
        public String toString() {
            return "client_secret_post";
        }
    }

    /** {@code tls_client_auth}: RFC 8705, section 2.1. */
    record Certificate(List<KeyManager> keyManagers) implements ClientCredentials {
        @Override
        public String toString() {
            return "tls_client_auth";
        }
    }
}
