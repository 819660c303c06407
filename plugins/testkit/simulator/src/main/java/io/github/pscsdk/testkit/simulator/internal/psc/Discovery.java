package io.github.pscsdk.testkit.simulator.internal.psc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The discovery document, as recorded, with everything that it advertises (pro-sante-connect, section 1). */
final class Discovery {
    private Discovery() {}

    static String document(URI issuer, URI authorizationEndpoint) {
        try (var in = Discovery.class.getResourceAsStream("discovery.json")) {
            // Our own URIs hold nothing that JSON would have to escape.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{authorization_endpoint}", authorizationEndpoint.toString())
                    .replace("{issuer}", issuer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("discovery.json cannot be read", e);
        }
    }
}
