package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import java.util.Objects;

/**
 * A software's client id at Pro Santé Connect, and how it is proved there. Prints no secret.
 *
 * @param id the client id
 * @param authentication how it is proved at Pro Santé Connect. A certificate serves at Pro Santé Connect and at backends that ask for no token; at the others,
 *     and at their authorization servers, the certificate of the {@link io.github.pscsdk.relyingparty.ApiClient} does, which may be this
 *     one: tokens are bound to it (RFC 8705, section 3)
 */
public record RegisteredClient(String id, ClientAuthentication authentication) {
    /** Checks that both are there. */
    public RegisteredClient {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the client id is empty");
        }
        Objects.requireNonNull(authentication, "authentication");
    }

    /** {@code client_secret_basic}; other ways are in {@link ClientAuthentication}. */
    public static RegisteredClient secretBasic(String id, String secret) {
        return new RegisteredClient(id, ClientAuthentication.clientSecretBasic(secret));
    }

    /** The id and the method. */
    @Override
    public String toString() {
        return "RegisteredClient[" + id + ", " + authentication + "]";
    }
}
