package io.github.pscsdk.testkit.simulator.internal.psc;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that was given out.
 *
 * @param kind access or refresh
 * @param value the token itself
 * @param id its {@code jti}
 * @param session whose it is
 * @param nonce what the login request sent, for the access token that answers it
 * @param issuedAt since when
 * @param expiresAt until when
 */
public record IssuedToken(
        Kind kind,
        String value,
        String id,
        Session session,
        Optional<String> nonce,
        Instant issuedAt,
        Instant expiresAt) {

    /** What a token is for. */
    public enum Kind {
        /** For UserInfo and token exchange. */
        ACCESS("Bearer"),
        /** For new tokens. */
        REFRESH("Refresh");

        private final String typ;

        Kind(String typ) {
            this.typ = typ;
        }

        /** The claim {@code typ}. */
        String typ() {
            return typ;
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
