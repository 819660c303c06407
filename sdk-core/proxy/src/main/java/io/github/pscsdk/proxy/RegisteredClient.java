package io.github.pscsdk.proxy;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Optional;

/** A software's client id at Pro Santé Connect, and how it is proved there. Immutable; prints no secret. */
public final class RegisteredClient {
    private final String id;
    private final ClientAuthentication authentication;
    private final Optional<Certificate> certificate;

    private RegisteredClient(String id, ClientAuthentication authentication, Optional<Certificate> certificate) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the client id is empty");
        }
        this.id = id;
        this.authentication = Objects.requireNonNull(authentication, "authentication");
        this.certificate = certificate;
    }

    /** {@code client_secret_basic}. */
    public static RegisteredClient secretBasic(String id, String secret) {
        return new RegisteredClient(id, ClientAuthentication.clientSecretBasic(secret), Optional.empty());
    }

    /** {@code client_secret_post}. */
    public static RegisteredClient secretPost(String id, String secret) {
        return new RegisteredClient(id, ClientAuthentication.clientSecretPost(secret), Optional.empty());
    }

    /**
     * {@code tls_client_auth}: the same certificate serves at Pro Santé Connect, at the authorization servers of the
     * backends and at the backends, whose tokens are bound to it (RFC 8705 section 3).
     */
    public static RegisteredClient mutualTls(String id, KeyStore store, char[] password) {
        var authentication = ClientAuthentication.tlsClientAuth(store, password);
        return new RegisteredClient(id, authentication, Optional.of(new Certificate(store, password)));
    }

    /** The client id. */
    public String id() {
        return id;
    }

    /** Where the client authenticates with a certificate: its key store. */
    public Optional<Certificate> certificate() {
        return certificate;
    }

    /** How it is proved at Pro Santé Connect. */
    public ClientAuthentication authentication() {
        return authentication;
    }

    /** The id and the method. */
    @Override
    public String toString() {
        return "RegisteredClient[" + id + ", " + authentication + "]";
    }

    /** A private key with its chain, and what opens it. */
    public static final class Certificate {
        private final KeyStore store;
        private final char[] password;

        Certificate(KeyStore store, char[] password) {
            this.store = store;
            this.password = password.clone();
        }

        /** The store. */
        public KeyStore store() {
            return store;
        }

        /** A copy of the key's password; fill it with zeros after use. */
        public char[] password() {
            return password.clone();
        }

        @Override
        public String toString() {
            return "Certificate[…]";
        }
    }
}
