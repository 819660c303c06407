package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A token of the API.
 *
 * @param value the token itself
 * @param nationalId whose it is, as this server spells it
 * @param clientId who got it
 * @param scope for what
 * @param issuedAt since when
 * @param expiresAt until when
 * @param certificateHash hash of the certificate that it is bound to, as {@link CertificateHash} spells it
 * @param userInfo fetched from Pro Santé Connect while the subject token lived
 */
record ApiToken(
        String value,
        String nationalId,
        String clientId,
        String scope,
        Instant issuedAt,
        Instant expiresAt,
        Optional<String> certificateHash,
        JsonObject userInfo) {

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "ApiToken[expiresAt=" + expiresAt + "]";
    }
}
