package io.github.pscsdk.workstation.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which change a session can still make, and who is owed a warning. */
class SessionLifecycleTest {
    private final SessionLifecycle lifecycle = new SessionLifecycle(1);

    @Test
    void a_device_neither_opens_nor_ends_what_the_host_has_locked() {
        lifecycle.deviceWent();
        assertTrue(lifecycle.lock());
        assertFalse(lifecycle.lock());

        lifecycle.deviceCameBack();
        assertFalse(lifecycle.endWhatIsOpen());

        assertSame(State.LOCKED, lifecycle.state());
    }

    @Test
    void a_device_that_is_lost_does_not_come_back() {
        lifecycle.deviceWent();
        lifecycle.deviceCameBack();
        assertSame(State.ACTIVE, lifecycle.state());

        lifecycle.deviceWent();
        lifecycle.deviceLost();
        lifecycle.deviceCameBack();

        assertSame(State.LOCKED, lifecycle.state());
        assertTrue(lifecycle.endWhatIsOpen());
    }

    @Test
    void nothing_comes_after_the_end() {
        assertTrue(lifecycle.end());

        assertFalse(lifecycle.end() || lifecycle.lock() || lifecycle.endWhatIsOpen());
        lifecycle.deviceWent();
        lifecycle.deviceCameBack();

        assertSame(State.ENDED, lifecycle.state());
    }

    @Test
    void each_end_is_warned_of_once() {
        var told = new ArrayList<Instant>();
        var end = Instant.parse("2026-01-01T13:00:00Z");
        var warning = end.minusSeconds(60);
        lifecycle.warn(Duration.ofSeconds(60), told::add);

        lifecycle.tellWarnings(warning.minusMillis(1), end);
        assertEquals(Optional.of(warning), lifecycle.nextWarning(end));
        lifecycle.tellWarnings(warning, end);
        lifecycle.tellWarnings(end, end);

        assertEquals(List.of(end), told);
        assertEquals(Optional.empty(), lifecycle.nextWarning(end));
        assertEquals(Optional.of(warning.plusSeconds(1)), lifecycle.nextWarning(end.plusSeconds(1)));
    }
}
