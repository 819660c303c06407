package io.github.pscsdk.testkit.simulator.model;

import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the simulator. Secrets, tokens, codes and binding messages are masked as {@code ***}; other
 * values stay, the {@code login_hint} included.
 *
 * @param endpoint the endpoint that it reached
 * @param method the HTTP method
 * @param path the path without its query
 * @param form the parameters, of the query for a GET and of the body for a POST; the first value where one is
 *     repeated
 * @param certificateSubject the distinguished name of the TLS client certificate (RFC 2253), if one was presented
 * @param authMethod how the caller authenticated
 */
public record RecordedRequest(
        Endpoint endpoint,
        String method,
        String path,
        Map<String, String> form,
        Optional<String> certificateSubject,
        AuthMethod authMethod) {
    public RecordedRequest {
        form = Map.copyOf(form);
    }

    /** Leaves the parameters out, which may name a person. */
    @Override
    public String toString() {
        return "RecordedRequest[" + method + " " + endpoint + ", " + authMethod + "]";
    }
}
