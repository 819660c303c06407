package io.github.pscsdk.relyingparty.internal.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Which sessions a mark concerns. */
class ReportedLogoutsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final long EARLIER = NOW.minusSeconds(1).getEpochSecond();
    private static final long LATER = NOW.plusSeconds(1).getEpochSecond();

    private final SessionStore store = SessionStore.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    private final ReportedLogouts marks = logouts("client");

    private ReportedLogouts logouts(String client) {
        var keys = new StoreKeys("issuer", client);
        return new ReportedLogouts(
                null, store, keys, Duration.ofHours(4), Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_mark_on_a_session_concerns_it_whenever_it_was_opened_here() {
        marks.endSession("ended", UNTIL);

        assertTrue(marks.hasEnded("ended", "person", EARLIER));
        assertTrue(marks.hasEnded("ended", "person", LATER));
        assertFalse(marks.hasEnded("other", "person", EARLIER));
    }

    @Test
    void a_mark_on_a_person_concerns_the_sessions_opened_until_then() {
        marks.endSessionsOf("person", NOW, UNTIL);

        assertTrue(marks.hasEnded("session", "person", EARLIER));
        assertTrue(marks.hasEnded("session", "person", NOW.getEpochSecond()));
        assertFalse(marks.hasEnded("session", "person", LATER));
        assertFalse(marks.hasEnded("session", "somebody else", EARLIER));
    }

    @Test
    void a_client_does_not_see_the_marks_of_another_one() {
        marks.endSession("ended", UNTIL);

        assertFalse(logouts("another").hasEnded("ended", "person", EARLIER));
    }
}
