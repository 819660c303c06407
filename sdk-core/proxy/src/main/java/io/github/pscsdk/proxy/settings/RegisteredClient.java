package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import java.security.KeyStore;
import java.util.Objects;

/** A software's client id at Pro Santé Connect, and how it is proved there. Immutable; prints no secret. */
public final class RegisteredClient {
    private final String id;
    private final ClientAuthentication authentication;

    private RegisteredClient(String id, ClientAuthentication authentication) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the client id is empty");
        }
        this.id = id;
        this.authentication = Objects.requireNonNull(authentication, "authentication");
    }

    /**
     * A client id with its authentication. A certificate serves at Pro Santé Connect and at backends that ask for no token; at the others,
     * and at their authorization servers, the certificate of the {@link io.github.pscsdk.relyingparty.ApiClient} does, which may be this
     * one: tokens are bound to it (RFC 8705, section 3).
     */
    public static RegisteredClient of(String id, ClientAuthentication authentication) {
        return new RegisteredClient(id, authentication);
    }

    /** {@code client_secret_basic}. */
    public static RegisteredClient secretBasic(String id, String secret) {
        return of(id, ClientAuthentication.clientSecretBasic(secret));
    }

    /** {@code client_secret_post}. */
    public static RegisteredClient secretPost(String id, String secret) {
        return of(id, ClientAuthentication.clientSecretPost(secret));
    }

    /** {@code tls_client_auth}. */
    public static RegisteredClient mutualTls(String id, KeyStore store, char[] password) {
        return of(id, ClientAuthentication.tlsClientAuth(store, password));
    }

    /** The client id. */
    public String id() {
        return id;
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
}
