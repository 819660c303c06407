package io.github.pscsdk.relyingparty.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which sessions a logout that PSC reports concerns. */
class NamedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final long EARLIER = NOW.minusSeconds(1).getEpochSecond();
    private static final long LATER = NOW.plusSeconds(1).getEpochSecond();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SessionStore store = SessionStore.inMemory(clock);
    private final NamedSessions names = namesOf("client");

    private NamedSessions namesOf(String client) {
        return new NamedSessions(store, new StoreKeys("issuer", client), Duration.ofHours(4), clock);
    }

    private static Professional nobody() throws Exception {
        return UserInfo.read("{\"sub\":\"nobody\",\"SubjectNameID\":\"000000\"}".getBytes(StandardCharsets.UTF_8))
                .professional()
                .orElseThrow();
    }

    private static StoredSession session(String sid, String subject, long openedAt) throws Exception {
        var tokens = new SessionTokens(
                TestSessions.original(subject),
                List.of(),
                "id",
                "access",
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new StoredSession(
                nobody(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                sid,
                openedAt,
                openedAt,
                NOW.plusSeconds(3600).getEpochSecond(),
                tokens);
    }

    @Test
    void the_end_of_a_session_concerns_all_of_that_name_whenever_they_were_opened_here() throws Exception {
        assertFalse(names.add("one", session("ended", "person", EARLIER)));
        assertFalse(names.add("two", session("ended", "person", LATER)));
        assertFalse(names.add("three", session("other", "person", EARLIER)));

        assertEquals(
                List.of("one", "two"),
                names.endSession("ended", Optional.empty()).sessions());

        assertTrue(names.add("four", session("ended", "person", LATER)), "it was opened at the same time");
        assertFalse(names.add("five", session("other", "person", LATER)));
    }

    @Test
    void the_end_of_a_person_s_sessions_concerns_those_opened_until_then() throws Exception {
        names.add("one", session("a", "person", EARLIER));
        names.add("two", session("b", "person", EARLIER));
        names.add("three", session("c", "somebody else", EARLIER));

        assertEquals(List.of("one", "two"), names.endSessionsOf("person").sessions());

        assertTrue(names.add("four", session("d", "person", NOW.getEpochSecond())));
        assertFalse(names.add("five", session("e", "person", LATER)));
    }

    @Test
    void sessions_that_have_ended_stay_known_until_they_are_forgotten_and_the_end_does_afterwards() throws Exception {
        names.add("one", session("ended", "person", EARLIER));
        names.endSession("ended", Optional.empty());
        assertTrue(names.add("late", session("ended", "person", EARLIER)));

        var ended = names.endSession("ended", Optional.empty());
        assertEquals(List.of("one", "late"), ended.sessions());
        names.forget(ended);

        assertEquals(List.of(), names.endSession("ended", Optional.empty()).sessions());
        assertTrue(names.add("two", session("ended", "person", LATER)));
    }

    @Test
    void a_session_without_a_name_at_psc_is_known_by_its_person() throws Exception {
        names.add("one", session("", "person", EARLIER));

        assertEquals(List.of(), names.endSession("", Optional.empty()).sessions());
        assertEquals(List.of("one"), names.endSessionsOf("person").sessions());
    }

    @Test
    void a_session_without_a_name_at_psc_may_be_each_one_of_its_person() throws Exception {
        names.add("one", session("", "person", EARLIER));
        names.add("two", session("a", "person", EARLIER));
        names.add("three", session("", "somebody else", EARLIER));

        var ended = names.endSession("b", Optional.of("person"));
        assertEquals(List.of("one"), ended.sessions());
        names.forget(ended);

        assertEquals(
                List.of("two"), names.endSession("a", Optional.of("person")).sessions());
        assertFalse(names.add("four", session("c", "person", EARLIER)), "their other sessions have not ended");
    }

    @Test
    void a_session_is_known_by_each_name_that_a_refresh_has_brought() throws Exception {
        var first = session("a", "person", EARLIER);
        var renamed = first.with(first.tokens().alsoNamed("b"));
        names.add("one", first);
        assertFalse(names.addSid("b", "one", renamed));

        assertEquals(List.of("one"), names.endSession("a", Optional.empty()).sessions());
        assertEquals(List.of("one"), names.endSession("b", Optional.empty()).sessions());

        names.remove("one", renamed);
        assertEquals(List.of(), names.endSession("b", Optional.empty()).sessions());
    }

    @Test
    void what_is_over_is_left_out_and_nothing_stays_of_it() throws Exception {
        var first = session("a", "person", EARLIER);
        names.add("one", first);
        names.add("two", session("b", "person", EARLIER));

        names.remove("one", first);

        assertEquals(List.of(), names.endSession("a", Optional.empty()).sessions());
        assertEquals(List.of("two"), names.endSessionsOf("person").sessions());
    }

    @Test
    void a_client_does_not_see_the_names_of_another_one() throws Exception {
        names.add("one", session("ended", "person", EARLIER));

        assertEquals(
                List.of(),
                namesOf("another").endSession("ended", Optional.empty()).sessions());
    }
}
