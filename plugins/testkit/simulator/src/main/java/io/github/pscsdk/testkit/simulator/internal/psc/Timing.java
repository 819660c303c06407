package io.github.pscsdk.testkit.simulator.internal.psc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What time it is, and how long things live (pro-sante-connect, section 4).
 *
 * @param clock measures every lifetime
 * @param idToken ID tokens; how long access tokens live is a matter of their profile
 * @param refreshToken refresh tokens, each
 * @param session a session, from the login on
 * @param idle a session without a token request
 * @param code the code of the login page
 * @param backchannel a back-channel request ({@code expires_in})
 * @param interval between two polls
 */
public record Timing(
        Clock clock,
        Duration idToken,
        Duration refreshToken,
        Duration session,
        Duration idle,
        Duration code,
        Duration backchannel,
        Duration interval) {

    /** As Pro Santé Connect has it; what it announces of the back channel is for the caller to say. */
    public static Timing of(Clock clock, Duration backchannel, Duration interval) {
        return new Timing(
                clock,
                Duration.ofSeconds(120),
                Duration.ofMinutes(30),
                Duration.ofHours(4),
                Duration.ofMinutes(30),
                Duration.ofMinutes(1),
                backchannel,
                interval);
    }

    Instant now() {
        return clock.instant();
    }
}
