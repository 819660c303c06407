package io.github.pscsdk.testkit.simulator.internal.persona;

import java.util.Optional;

/**
 * How the back-channel authentication endpoint refuses a persona.
 *
 * @param status the HTTP status
 * @param error the OAuth code; an outage has none, nor a body
 */
public record StartRefusal(int status, Optional<String> error) {}
