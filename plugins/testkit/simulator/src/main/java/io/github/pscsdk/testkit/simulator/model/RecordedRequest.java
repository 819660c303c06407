package io.github.pscsdk.testkit.simulator.model;

import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the simulator. Secrets, tokens, codes and binding messages are masked as {@code ***}.
 *
 * @param form the first value of each parameter, of the query for a GET and of the body for a POST
 * @param certificateSubject the distinguished name of the TLS client certificate (RFC 2253), if one was presented
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
