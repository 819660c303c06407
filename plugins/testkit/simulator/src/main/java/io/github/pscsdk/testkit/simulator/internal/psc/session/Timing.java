package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the realm and its lifetimes (pro-sante-connect, section 4).
 *
 * @param clock measures every lifetime
 * @param idToken ID tokens; how long access tokens live is a matter of their profile
 * @param refreshToken refresh tokens, each
 * @param session a session, counted from the login
 * @param idle a session without a token request
 * @param code an authorization code
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

    /** The lifetimes of Pro Santé Connect. The caller chooses the two values of the back channel. */
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

    public Instant now() {
        return clock.instant();
    }
}
