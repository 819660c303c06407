package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A wait looks again until its limit or the deadline, whichever comes first. The deadline of the context is in five minutes. */
class AwaitTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final ObservedClock clock = new ObservedClock(Duration.ZERO);
    private final TestContext context = TestContext.answering().withClock(clock);
    private final AtomicInteger looks = new AtomicInteger();

    /** Each look takes three minutes. */
    private Optional<Integer> look(int found) {
        clock.advance(Duration.ofMinutes(3));
        return Optional.of(looks.incrementAndGet()).filter(number -> number == found);
    }

    @Test
    void it_ends_with_what_is_found() throws Exception {
        assertEquals(Optional.of(2), context.await(PAUSE, Duration.ofHours(1), () -> look(2)));
    }

    @Test
    void it_ends_at_its_limit() throws Exception {
        assertEquals(Optional.empty(), context.await(PAUSE, Duration.ofMinutes(2), () -> look(9)));
        assertEquals(1, looks.get());
    }

    @Test
    void it_ends_at_the_deadline_before_a_later_limit() throws Exception {
        assertEquals(Optional.empty(), context.await(PAUSE, Duration.ofHours(1), () -> look(9)));
        assertEquals(2, looks.get());
    }
}
