package io.github.pscsdk.testkit.simulator.internal.api;

import java.time.Instant;
import java.util.Optional;

/** An access or refresh token of the API; {@code nationalId} and {@code certificateHash} as this server spells them. */
record IssuedApiToken(
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
        return "IssuedApiToken[" + kind + ", expiresAt=" + expiresAt + "]";
    }
}
