package io.github.pscsdk.testkit.card.internal.tls;

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
    /** A period for certificates of one test. */
    static Validity aroundNow() {
        // The machine's own clock even in a simulated time: TLS knows no other.
        var now = Clock.systemUTC().instant();
        return new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
    }

    /** A period for authorities, whose certificates a test may need to be old or far ahead. */
    static Validity aroundNow(Duration each) {
        var now = Clock.systemUTC().instant();
        return new Validity(now.minus(each), now.plus(each));
    }

    /** A card in the second of its three years (cps-card, section 1). */
    public static Validity ofCard() {
        var now = Clock.systemUTC().instant();
        return new Validity(now.minus(Duration.ofDays(365)), now.plus(Duration.ofDays(730)));
    }
}
