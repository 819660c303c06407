package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Body of a successful {@code /connect}. */
public record ConnectResponse(
        @JsonProperty("proxy_session_id") String proxySession,
        @JsonProperty("session_state") String sessionState) {
    /** Prints no value: it is the key of a session. */
    @Override
    public String toString() {
        return "ConnectResponse[]";
    }
}
