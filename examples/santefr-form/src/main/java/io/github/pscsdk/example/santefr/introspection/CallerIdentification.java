package io.github.pscsdk.example.santefr.introspection;

import io.github.pscsdk.example.declaration.Caller;
import java.io.IOException;
import java.util.Optional;

/** Tells who presents an API token. Implementations are called by many threads at once. */
@FunctionalInterface
public interface CallerIdentification {
    /**
     * The professional behind the token.
     *
     * @param apiToken the token as it came in the {@code Authorization} header; a secret
     * @return empty if the token is unknown, expired or revoked
     * @throws IOException if that cannot be found out now
     */
    Optional<Caller> identify(String apiToken) throws IOException;
}
