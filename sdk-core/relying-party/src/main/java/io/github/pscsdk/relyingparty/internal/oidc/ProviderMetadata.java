package io.github.pscsdk.relyingparty.internal.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * The addresses of PSC, taken from its discovery document and checked against the environment.
 *
 * @param endSession for this server; empty where PSC publishes none
 * @param endSessionPage the same for a browser, which has no certificate to show
 * @param backchannel empty where PSC publishes none
 */
public record ProviderMetadata(
        URI authorization,
        URI token,
        URI userInfo,
        URI keys,
        Optional<URI> endSession,
        Optional<URI> endSessionPage,
        Optional<URI> backchannel) {}
