package io.github.pscsdk.proxy.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.api.Professional;
import java.util.Optional;

/**
 * Body of {@code GET /v1/session}.
 *
 * @param clientId under which the professional logged in
 * @param sessionState the session at Pro Santé Connect
 * @param expiresAt ISO 8601 instant
 * @param authMode the means, such as {@code CARD}, where Pro Santé Connect says it
 * @param professional the records of sdk-api, member by member
 */
public record SessionAnswer(
        String clientId,
        @JsonProperty("session_state") String sessionState,
        String expiresAt,
        Optional<String> authMode,
        Professional professional) {
    /** The client only. */
    @Override
    public String toString() {
        return "SessionAnswer[" + clientId + "]";
    }
}
