package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.http.SecureUri;
import java.net.URI;
import java.util.List;

/**
 * A target API, as its own authorization server knows it (RFC 8693; section "API Pro Santé Connectée" of the ANS
 * interoperability framework).
 *
 * @param name the name by which this server half calls the API
 * @param tokenEndpoint where its authorization server exchanges tokens; https, or http on a loopback address
 * @param scopes the business scopes to ask for; may be empty
 */
public record ApiAudience(String name, URI tokenEndpoint, List<String> scopes) {

    /** @throws IllegalArgumentException if there is no name, or if the address cannot be used */
    public ApiAudience {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an API audience needs a name");
        }
        SecureUri.require(tokenEndpoint, "the token endpoint of an API");
        scopes = List.copyOf(scopes);
    }
}
