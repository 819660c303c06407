package io.github.pscsdk.relyingparty.internal.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * The addresses of PSC, taken from its discovery document and checked against the environment.
 *
 * @param endSession empty where PSC publishes none
 * @param backchannel empty where PSC publishes none
 */
public record ProviderMetadata(
        URI authorization, URI token, URI userInfo, URI keys, Optional<URI> endSession, Optional<URI> backchannel) {}
