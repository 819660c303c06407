package io.github.pscsdk.relyingparty.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which sessions a logout that PSC reports concerns. */
class NamedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final long EARLIER = NOW.minusSeconds(1).getEpochSecond();
    private static final long LATER = NOW.plusSeconds(1).getEpochSecond();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SessionStore store = SessionStore.inMemory(clock);
    private final NamedSessions names = namesOf("client");

    /** Keeps a session as it is opened; whether PSC has reported its end. */
    private boolean isOver(String name, StoredSession session) {
        var content = EntryContent.of(new byte[0], Duration.ofHours(1)).indexed(names.indices(session));
        store.write(name, SessionStore.ABSENT, content);
        return names.isEnded(session);
    }

    private List<String> endSession(String sid, Optional<String> subject) {
        return ended(found -> names.endSession(sid, subject, NOW.getEpochSecond(), found));
    }

    private List<String> endSessionsOf(String subject) {
        return ended(found -> names.endSessionsOf(subject, NOW.getEpochSecond(), found));
    }

    /** Each is removed, as whoever ends it does. */
    private List<String> ended(Consumer<Consumer<StoredEntry>> ending) {
        var ended = new TreeSet<String>();
        ending.accept(entry -> {
            ended.add(entry.key());
            store.remove(entry.key(), entry.version());
        });
        return List.copyOf(ended);
    }

    private StoreAccess access(String client) {
        return TestSessions.access(store, "issuer\n" + client, clock);
    }

    private NamedSessions namesOf(String client) {
        return new NamedSessions(access(client), Duration.ofHours(4));
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
        assertFalse(isOver("one", session("ended", "person", EARLIER)));
        assertFalse(isOver("two", session("ended", "person", LATER)));
        assertFalse(isOver("three", session("other", "person", EARLIER)));

        assertEquals(List.of("one", "two"), endSession("ended", Optional.empty()));

        assertTrue(isOver("four", session("ended", "person", LATER)), "it was opened at the same time");
        assertFalse(isOver("five", session("other", "person", LATER)));
    }

    @Test
    void the_end_of_a_person_s_sessions_concerns_those_opened_until_then() throws Exception {
        isOver("one", session("a", "person", EARLIER));
        isOver("two", session("b", "person", EARLIER));
        isOver("three", session("c", "somebody else", EARLIER));

        assertEquals(List.of("one", "two"), endSessionsOf("person"));

        assertTrue(isOver("four", session("d", "person", NOW.getEpochSecond())));
        assertFalse(isOver("five", session("e", "person", LATER)));
    }

    @Test
    void an_earlier_report_that_comes_through_later_does_not_undo_a_later_one() throws Exception {
        endSessionsOf("person");
        names.endSessionsOf("person", EARLIER, found -> {});

        assertTrue(isOver("one", session("a", "person", NOW.getEpochSecond())));
    }

    @Test
    void a_session_that_was_opened_while_its_end_was_reported_is_found_by_one_of_both() throws Exception {
        var late = session("ended", "person", EARLIER);
        endSession("ended", Optional.empty());
        assertTrue(isOver("late", late));

        assertEquals(List.of("late"), endSession("ended", Optional.empty()));
        assertEquals(List.of(), endSession("ended", Optional.empty()));
    }

    @Test
    void a_session_without_a_name_at_psc_is_known_by_its_person() throws Exception {
        isOver("one", session("", "person", EARLIER));

        assertEquals(List.of(), endSession("", Optional.empty()));
        assertEquals(List.of("one"), endSessionsOf("person"));
    }

    @Test
    void a_session_without_a_name_at_psc_may_be_each_one_of_its_person() throws Exception {
        isOver("one", session("", "person", EARLIER));
        isOver("two", session("a", "person", EARLIER));
        isOver("three", session("", "somebody else", EARLIER));

        assertEquals(List.of("one"), endSession("b", Optional.of("person")));
        assertEquals(List.of("two"), endSession("a", Optional.of("person")));
        assertFalse(isOver("four", session("c", "person", EARLIER)), "their other sessions have not ended");
    }

    @Test
    void a_session_is_known_by_each_name_that_a_refresh_has_brought() throws Exception {
        var first = session("a", "person", EARLIER);
        var renamed = first.with(first.tokens().alsoNamed("b"));
        for (var sid : List.of("a", "b")) {
            assertFalse(isOver("one", renamed));
            assertEquals(List.of("one"), endSession(sid, Optional.empty()));
            assertTrue(names.isEnded(renamed));
            store.take(access("client").reportedEndKey(access("client").sidIndex(sid)));
        }
    }

    @Test
    void a_client_does_not_see_the_names_of_another_one() throws Exception {
        isOver("one", session("ended", "person", EARLIER));

        namesOf("another").endSession("ended", Optional.empty(), NOW.getEpochSecond(), found -> fail("one"));

        assertFalse(names.isEnded(session("ended", "person", EARLIER)));
    }
}
