package io.github.pscsdk.testkit.simulator.model;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import java.time.Instant;

/**
 * A back-channel request that nobody has answered yet.
 *
 * @param id for {@code PscSimulator.settle}; it is no {@code auth_req_id}, and no secret
 * @param expiresAt by the simulator's clock
 */
public record PendingRequest(String id, String clientId, NationalId nationalId, Means channel, Instant expiresAt) {
    /** How a pending request may end. */
    public enum Outcome {
        /** Confirmed: the next poll that is due gets the tokens. */
        APPROVED,
        /** Refused on the device: {@code access_denied}. */
        REFUSED,
        /** Expired, whatever the clock says: {@code expired_token}. */
        EXPIRED
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "PendingRequest[" + id + ", " + clientId + ", " + channel.name() + "]";
    }
}
