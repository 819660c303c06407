package io.github.pscsdk.relyingparty;

import java.util.Objects;
import java.util.Optional;

/**
 * Which client this service is at a target API's authorization server. That server is not Pro Santé Connect, so a
 * secret there is {@linkplain #of another one}; a certificate proves without being told, so that of Pro Santé Connect
 * {@linkplain #withCertificateOfPsc may serve there too}, as in the <i>Espace de Confiance</i>. Immutable; prints no
 * secret.
 */
public final class ApiClientRegistration {
    private final Optional<String> id;
    private final Optional<ClientAuthentication> authentication;
    private final boolean maySendSecretOfPsc;

    private ApiClientRegistration(
            Optional<String> id, Optional<ClientAuthentication> authentication, boolean maySendSecretOfPsc) {
        this.id = id;
        this.authentication = authentication;
        this.maySendSecretOfPsc = maySendSecretOfPsc;
    }

    /**
     * A client of its own, which the API's operator registered.
     *
     * @param id as that operator gave it
     * @param authentication how it proves itself there; a secret must be another one than at Pro Santé Connect
     * @throws IllegalArgumentException if the id is empty
     */
    public static ApiClientRegistration of(String id, ClientAuthentication authentication) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the client id is empty");
        }
        Objects.requireNonNull(authentication, "authentication");
        return new ApiClientRegistration(Optional.of(id), Optional.of(authentication), false);
    }

    /**
     * The client of Pro Santé Connect, by its id and its TLS certificate. Not usable where that client proves itself by
     * a secret.
     */
    public static ApiClientRegistration withCertificateOfPsc() {
        return new ApiClientRegistration(Optional.empty(), Optional.empty(), false);
    }

    /**
     * The client of Pro Santé Connect, whatever proves it: a secret is then told to another server, which could log in
     * as this service. For simulators, and where one operator runs both. Logs a WARN, and a proxy's
     * diagnosis tells it ({@code CLIENT_SECRET_SHARED}).
     */
    public static ApiClientRegistration dangerouslyWithClientOfPsc() {
        return new ApiClientRegistration(Optional.empty(), Optional.empty(), true);
    }

    /** Its own client id; empty where it is Pro Santé Connect's. */
    public Optional<String> id() {
        return id;
    }

    /** How it proves itself by its own means; empty where it does so as at Pro Santé Connect. */
    public Optional<ClientAuthentication> authentication() {
        return authentication;
    }

    boolean maySendSecretOfPsc() {
        return maySendSecretOfPsc;
    }

    @Override
    public String toString() {
        return "ApiClientRegistration[" + id.orElse("of PSC")
                + authentication.map(own -> ", " + own).orElse("") + "]";
    }
}
