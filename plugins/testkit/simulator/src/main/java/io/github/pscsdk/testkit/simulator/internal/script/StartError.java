package io.github.pscsdk.testkit.simulator.internal.script;

import java.util.Optional;

/**
 * The answer of the back-channel authentication endpoint to a login that it does not start.
 *
 * @param status the HTTP status
 * @param code the OAuth error code; empty for an outage, whose answer has no body
 */
public record StartError(int status, Optional<String> code) {}
