package io.github.pscsdk.testkit.simulator.model;

import java.net.URI;
import java.util.OptionalInt;

/**
 * A finished attempt to send a back-channel logout token, the only one for that session.
 *
 * @param status of the client's answer; empty if there was none within ten seconds
 */
public record LogoutNotice(String clientId, URI address, OptionalInt status) {}
