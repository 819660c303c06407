package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that was issued.
 *
 * @param kind access or refresh
 * @param value the token itself
 * @param id its {@code jti}
 * @param session whose it is
 * @param nonce the nonce of the login request, in the access token that answers it
 * @param issuedAt the start of its life
 * @param expiresAt the end of its life
 */
public record IssuedToken(
        Kind kind,
        String value,
        String id,
        Session session,
        Optional<String> nonce,
        Instant issuedAt,
        Instant expiresAt) {
    /** The kinds of tokens. */
    public enum Kind {
        /** For UserInfo and token exchange. */
        ACCESS,
        /** For new tokens. */
        REFRESH;

        public String typ() {
            return this == ACCESS ? "Bearer" : "Refresh";
        }
    }

    boolean isLive(Instant now) {
        return now.isBefore(expiresAt) && session.isLive(now);
    }

    /** Not the value. */
    @Override
    public String toString() {
        return "IssuedToken[" + kind + ", " + session + "]";
    }
}
