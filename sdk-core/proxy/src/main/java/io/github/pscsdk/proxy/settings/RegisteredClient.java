package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import java.util.Objects;

/**
 * A software's client id at Pro Santé Connect, and how it is proved there. Prints no secret.
 *
 * @param authentication a certificate also serves at backends that ask for no token; at the others that of the {@link
 *     io.github.pscsdk.relyingparty.ApiClient} does, to which tokens are bound (RFC 8705, section 3)
 */
public record RegisteredClient(String id, ClientAuthentication authentication) {
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

    @Override
    public String toString() {
        return "RegisteredClient[" + id + ", " + authentication + "]";
    }
}
