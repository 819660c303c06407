package io.github.pscsdk.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");

    @Test
    void stands_still_until_it_is_moved() {
        var clock = VirtualClock.standingAt(NOON);

        clock.advance(Duration.ofMinutes(90));

        assertEquals(Instant.parse("2031-01-02T13:30:00Z"), clock.instant());
        assertEquals(ZoneOffset.UTC, clock.getZone());
    }

    @Test
    void may_run_ahead_of_another_clock() {
        var base = VirtualClock.standingAt(NOON);
        var clock = VirtualClock.running(base);
        clock.advance(Duration.ofHours(1));

        base.advance(Duration.ofSeconds(1));

        assertEquals(NOON.plusSeconds(3601), clock.instant());
    }

    @Test
    void does_not_run_backwards() {
        var clock = VirtualClock.standing();
        var back = Duration.ofNanos(-1);

        assertThrows(IllegalArgumentException.class, () -> clock.advance(back));
    }

    @Test
    void stops_before_a_year_that_readers_of_dates_do_not_know() {
        var clock = VirtualClock.standingAt(NOON);

        for (var step : new Duration[] {Duration.ofDays(8000 * 366L), Duration.ofSeconds(Long.MAX_VALUE)}) {
            assertThrows(IllegalArgumentException.class, () -> clock.advance(step));
        }

        assertEquals(NOON, clock.instant());
    }

    @Test
    void a_copy_for_another_zone_follows() {
        var clock = VirtualClock.standingAt(NOON);
        Clock inParis = clock.withZone(ZoneId.of("Europe/Paris"));

        clock.advance(Duration.ofSeconds(5));

        assertEquals(clock.instant(), inParis.instant());
        assertEquals(ZoneId.of("Europe/Paris"), inParis.getZone());
    }
}
