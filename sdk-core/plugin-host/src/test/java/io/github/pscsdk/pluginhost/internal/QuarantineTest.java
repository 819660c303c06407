package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.time.VirtualClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final AtomicInteger changes = new AtomicInteger();
    private final Quarantine quarantine = new Quarantine(clock, changes::incrementAndGet);

    private void fails(int times) {
        for (var time = 0; time < times; time++) {
            quarantine.failed();
        }
    }

    @Test
    void only_failures_in_a_row_count() {
        for (var round = 0; round < 3; round++) {
            fails(2);
            assertFalse(quarantine.isSetAside());
            quarantine.lift();
        }
        assertEquals(0, changes.get());

        fails(3);

        assertTrue(quarantine.isSetAside());
        assertEquals(1, changes.get());
    }

    @Test
    void whoever_lifts_it_has_three_attempts_again() {
        fails(3);
        quarantine.lift();
        assertEquals(2, changes.get());

        fails(2);

        assertFalse(quarantine.isSetAside());
    }

    @Test
    void after_five_minutes_one_attempt_shows_whether_it_works_again() {
        fails(3);
        clock.advance(Quarantine.LENGTH.minusMillis(1));
        assertTrue(quarantine.isSetAside());
        clock.advance(Quarantine.LENGTH);
        assertFalse(quarantine.isSetAside());

        fails(1);

        assertTrue(quarantine.isSetAside());
    }
}
