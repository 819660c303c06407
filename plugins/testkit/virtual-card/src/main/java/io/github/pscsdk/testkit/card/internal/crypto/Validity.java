package io.github.pscsdk.testkit.card.internal.crypto;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The first and the last moment at which a certificate is valid. */
public record Validity(Instant from, Instant until) {
    /** From so many days ago to so many ahead. */
    public static Validity aroundNow(int ago, int ahead) {
        // The machine's own clock even in a simulated time: TLS knows no other.
        var now = Clock.systemUTC().instant();
        return new Validity(now.minus(Duration.ofDays(ago)), now.plus(Duration.ofDays(ahead)));
    }
}
