package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The common state of the parts of a simulator: its clock and lifetimes (pro-sante-connect, section 4), its dials and
 * its journal.
 */
public record Simulation(Clock clock, Duration backchannel, Duration interval, Dials dials, Journal journal) {
    /** Of ID tokens; how long access tokens live is a matter of their profile. */
    public static final Duration ID_TOKEN = Duration.ofSeconds(120);
    /** Of each refresh token. */
    public static final Duration REFRESH_TOKEN = Duration.ofMinutes(30);
    /** Of an authorization code. */
    public static final Duration CODE = Duration.ofMinutes(1);
    /** Of a session, from the login. */
    public static final Duration SESSION = Duration.ofHours(4);
    /** Of a session without a token request. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    public Instant now() {
        return clock.instant();
    }
}
