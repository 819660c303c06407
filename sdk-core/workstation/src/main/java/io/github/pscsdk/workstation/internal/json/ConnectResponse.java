package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The response to {@code POST /connect} in ANS's contract.
 *
 * @param proxySession the handle of the proxy session
 * @param sessionState the session at Pro Santé Connect
 */
public record ConnectResponse(
        @JsonProperty("proxy_session_id") Optional<String> proxySession,
        @JsonProperty("session_state") Optional<String> sessionState) {
    /** Nothing: it is the key of a session. */
    @Override
    public String toString() {
        return "ConnectResponse[]";
    }
}
