package io.github.pscsdk.proxyprotocol.internal;

import io.github.pscsdk.api.professional.Professional;
import java.time.Instant;
import java.util.Optional;

/**
 * The response to {@code GET /v1/session}: who logged in, how, and until when.
 *
 * @param clientId under which the professional logged in
 * @param sessionState the session at Pro Santé Connect; member {@code session_state}, as ANS spells it
 * @param expiresAt when it ends by itself
 * @param authMode what the professional identified with, such as {@code CARD}, where Pro Santé Connect says it
 * @param professional the records of sdk-api, member by member
 */
public record LoggedIn(
        Optional<String> clientId,
        Optional<String> sessionState,
        Instant expiresAt,
        Optional<String> authMode,
        Professional professional) {
    /** Until when only. */
    @Override
    public String toString() {
        return "LoggedIn[expiresAt=" + expiresAt + "]";
    }
}
