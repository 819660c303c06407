package io.github.pscsdk.proxy.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.testkit.simulator.VirtualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptLimiterTest {
    private static final Optional<NationalId> ANNE = Optional.of(new NationalId("899999100011"));
    private static final Optional<NationalId> BORIS = Optional.of(new NationalId("899999100029"));
    private static final Optional<Duration> WELCOME = Optional.empty();

    private final VirtualClock clock = VirtualClock.standing();
    private final AttemptLimiter limiter = new AttemptLimiter(new AttemptLimits(3, 2, Duration.ofMinutes(10)), clock);

    @Test
    void a_professional_is_asked_so_often_and_then_again_when_the_oldest_attempt_is_past() {
        limiter.refuse("a", ANNE);
        clock.advance(Duration.ofSeconds(60));
        limiter.refuse("b", ANNE);

        assertEquals(Optional.of(Duration.ofSeconds(540)), limiter.refuse("c", ANNE));
        assertEquals(WELCOME, limiter.refuse("c", BORIS));
        clock.advance(Duration.ofSeconds(540));
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
        clock.advance(Duration.ofSeconds(300));
        limiter.refuse("c", ANNE);

        clock.advance(Duration.ofSeconds(300));

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
        clock.advance(Duration.ofSeconds(601));
        for (var i = 0; i < 300; i++) {
            assertEquals(WELCOME, limiter.refuse("caller " + i, Optional.empty()));
        }
    }
}
