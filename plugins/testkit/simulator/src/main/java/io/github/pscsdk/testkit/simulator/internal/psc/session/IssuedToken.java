package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.time.Instant;
import java.util.Optional;

/** A token that was issued; {@code id} is its {@code jti}, {@code nonce} that of the login request. */
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

    @Override
    public String toString() {
        return "IssuedToken[" + kind + ", " + session + "]";
    }
}
