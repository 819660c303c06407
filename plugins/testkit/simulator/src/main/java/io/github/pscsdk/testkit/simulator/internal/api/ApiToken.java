package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A token of the API.
 *
 * @param value the token itself
 * @param nationalId the professional's identifier, as this server spells it
 * @param clientId the client that got it
 * @param scope for what
 * @param issuedAt the start of its life
 * @param expiresAt the end of its life
 * @param certificateHash hash of the certificate that it is bound to, as {@link CertificateHash} spells it
 * @param userInfo the UserInfo document, fetched while the subject token was valid
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

    /** Prints nothing of its content. */
    @Override
    public String toString() {
        return "ApiToken[expiresAt=" + expiresAt + "]";
    }
}
