package io.github.pscsdk.testkit.card.internal.crypto;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The period in which a certificate is valid.
 *
 * @param from the first moment
 * @param until the last one
 */
public record Validity(Instant from, Instant until) {
    /** From so many days ago to so many ahead. */
    public static Validity aroundNow(int ago, int ahead) {
        // The machine's own clock even in a simulated time: TLS knows no other.
        var now = Clock.systemUTC().instant();
        return new Validity(now.minus(Duration.ofDays(ago)), now.plus(Duration.ofDays(ahead)));
    }
}
