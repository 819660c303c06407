package io.github.pscsdk.testkit.simulator.internal.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the API.
 *
 * @param kind access or refresh
 * @param value the token itself
 * @param session which exchange it comes from
 * @param nationalId the professional's identifier, as this server spells it
 * @param issuedAt the start of its life
 * @param expiresAt the end of its life
 * @param certificateHash hash of the certificate that it is bound to, as ANS spells it
 */
record ApiToken(
        Kind kind,
        String value,
        ApiSession session,
        String nationalId,
        Instant issuedAt,
        Instant expiresAt,
        Optional<String> certificateHash) {
    enum Kind {
        ACCESS,
        REFRESH
    }

    /** Prints nothing of its content. */
    @Override
    public String toString() {
        return "ApiToken[" + kind + ", expiresAt=" + expiresAt + "]";
    }
}
