package io.github.pscsdk.testkit.simulator;

import java.net.URI;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An attempt to send a back-channel logout token that has come to its end. There is one for each session that ends, and no
 * second one: whether and when Pro Santé Connect tries again is not known, so a client must not count on it.
 *
 * @param clientId whose session ended
 * @param address where the token was sent
 * @param status what the client answered; empty if it was not reached, or not in ten seconds
 */
public record LogoutNotice(String clientId, URI address, OptionalInt status) {
    /** Checks. */
    public LogoutNotice {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(status, "status");
    }
}
