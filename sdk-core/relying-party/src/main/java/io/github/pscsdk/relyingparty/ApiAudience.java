package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A target API, as its own authorization server knows it (RFC 8693; ANS interoperability framework, "API Pro Santé
 * Connectée").
 *
 * @param name the name by which this server half calls the API
 * @param tokenEndpoint where its authorization server exchanges and refreshes tokens; https, or http on a loopback
 *     address
 * @param client which client this service is there
 * @param scopes the business scopes to ask for; may be empty
 * @param revocationEndpoint where that server takes tokens back (RFC 7009); empty where it does not
 */
public record ApiAudience(
        String name,
        URI tokenEndpoint,
        ApiClientRegistration client,
        List<String> scopes,
        Optional<URI> revocationEndpoint) {
    // The paths of Keycloak, on which the one server runs that was seen (pro-sante-connect, section 15.3).
    private static final String KEYCLOAK_TOKEN = "/protocol/openid-connect/token";
    private static final String KEYCLOAK_REVOCATION = "/protocol/openid-connect/revoke";

    /** @throws IllegalArgumentException if there is no name, or if an address cannot be used */
    public ApiAudience {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an API audience needs a name");
        }
        Objects.requireNonNull(client, "client");
        SecureUri.require(tokenEndpoint, "the token endpoint of an API");
        revocationEndpoint.ifPresent(uri -> SecureUri.require(uri, "the revocation endpoint of an API"));
        scopes = List.copyOf(Objects.requireNonNull(scopes, "scopes"));
    }

    /**
     * An API without scopes. Beside a Keycloak's token endpoint ({@code …/protocol/openid-connect/token}), its
     * revocation endpoint is known; else tokens are given back only {@linkplain #withRevocationEndpoint where it says}.
     *
     * @throws IllegalArgumentException if there is no name, or if the address cannot be used
     */
    public static ApiAudience of(String name, URI tokenEndpoint, ApiClientRegistration client) {
        return new ApiAudience(name, tokenEndpoint, client, List.of(), ofKeycloak(tokenEndpoint));
    }

    private static Optional<URI> ofKeycloak(URI tokenEndpoint) {
        var address = tokenEndpoint.toString();
        return address.endsWith(KEYCLOAK_TOKEN)
                ? Optional.of(URI.create(
                        address.substring(0, address.length() - KEYCLOAK_TOKEN.length()) + KEYCLOAK_REVOCATION))
                : Optional.empty();
    }

    /** The same with these scopes. */
    public ApiAudience withScopes(List<String> asked) {
        return new ApiAudience(name, tokenEndpoint, client, asked, revocationEndpoint);
    }

    /**
     * The same with tokens given back there.
     *
     * @throws IllegalArgumentException if the address cannot be used
     */
    public ApiAudience withRevocationEndpoint(URI endpoint) {
        return new ApiAudience(
                name, tokenEndpoint, client, scopes, Optional.of(Objects.requireNonNull(endpoint, "endpoint")));
    }
}
