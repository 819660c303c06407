package io.github.pscsdk.testkit.simulator.model;

import java.net.URI;
import java.util.OptionalInt;

/**
 * A finished attempt to send a back-channel logout token. There is one for each session that ends, and no second one:
 * whether and when Pro Santé Connect tries again is not known, so a client must not rely on it.
 *
 * @param clientId the client whose session ended
 * @param address where the token was sent
 * @param status the status of the client's answer; empty if there was none within ten seconds
 */
public record LogoutNotice(String clientId, URI address, OptionalInt status) {}
