package io.github.pscsdk.spi;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import java.util.Optional;

/**
 * A host's wish of one login, as far as an authenticator learns of it: neither dialog nor listener.
 *
 * @param nationalId the professional, if known before. Present where the descriptor demands it, but for a login in the
 *     browser
 * @param wayIn the way in that the host chose, and no other; empty for the authenticator's choice
 */
public record AuthenticationRequest(Optional<NationalId> nationalId, Optional<WayIn> wayIn) {
    /** A request that names nobody and chooses no way in. */
    public static AuthenticationRequest ofAnybody() {
        return new AuthenticationRequest(Optional.empty(), Optional.empty());
    }

    /** A copy that names the professional. */
    public AuthenticationRequest withNationalId(NationalId id) {
        return new AuthenticationRequest(Optional.of(id), wayIn);
    }

    /** A copy that chooses the way in. */
    public AuthenticationRequest withWayIn(WayIn way) {
        return new AuthenticationRequest(nationalId, Optional.of(way));
    }

    /** Leaves the professional out. */
    @Override
    public String toString() {
        return "AuthenticationRequest[" + wayIn.map(WayIn::name).orElse("any way in") + "]";
    }
}
