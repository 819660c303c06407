package io.github.pscsdk.proxy.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.NationalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptLimiterTest {
    private static final Optional<NationalId> ANNE = Optional.of(new NationalId("899999100011"));
    private static final Optional<NationalId> BORIS = Optional.of(new NationalId("899999100029"));
    private static final Optional<Duration> WELCOME = Optional.empty();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final AttemptLimiter limiter =
            new AttemptLimiter(new AttemptLimits(3, 2, Duration.ofMinutes(10)), new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @Test
    void a_professional_is_asked_so_often_and_then_again_when_the_oldest_attempt_is_past() {
        limiter.refuse("a", ANNE);
        now = now.plusSeconds(60);
        limiter.refuse("b", ANNE);

        assertEquals(Optional.of(Duration.ofSeconds(540)), limiter.refuse("c", ANNE));
        assertEquals(WELCOME, limiter.refuse("c", BORIS));
        now = now.plusSeconds(540);
        assertEquals(WELCOME, limiter.refuse("c", ANNE));
    }

    @Test
    void a_caller_asks_so_often() {
        limiter.refuse("a", ANNE);
        limiter.refuse("a", BORIS);
        limiter.refuse("a", Optional.empty());

        assertEquals(Optional.of(Duration.ofSeconds(600)), limiter.refuse("a", Optional.empty()));
        assertEquals(WELCOME, limiter.refuse("b", Optional.empty()));
    }

    @Test
    void a_refused_attempt_does_not_prolong_the_wait() {
        limiter.refuse("a", ANNE);
        limiter.refuse("b", ANNE);
        now = now.plusSeconds(300);
        limiter.refuse("c", ANNE);

        now = now.plusSeconds(300);

        assertEquals(WELCOME, limiter.refuse("c", ANNE));
    }

    @Test
    void the_case_of_an_identifier_does_not_count() {
        limiter.refuse("a", Optional.of(new NationalId("ANS20990101120000")));
        limiter.refuse("b", Optional.of(new NationalId("ans20990101120000")));

        assertEquals(
                Optional.of(Duration.ofSeconds(600)),
                limiter.refuse("c", Optional.of(new NationalId("Ans20990101120000"))));
    }

    @Test
    void those_of_long_ago_are_forgotten() {
        for (var i = 0; i < 300; i++) {
            limiter.refuse("caller " + i, Optional.empty());
        }
        now = now.plusSeconds(601);
        for (var i = 0; i < 300; i++) {
            assertEquals(WELCOME, limiter.refuse("caller " + i, Optional.empty()));
        }
    }
}
