package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.DOCTOR;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.LIMIT;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.OTHER;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingPartyListener;
import io.github.pscsdk.relyingparty.RelyingPartyListener.SessionEnd;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.event.Events;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.NamedSessions.Ended;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose session a handle is, for how long, and what is left of it when it is over. */
class SessionsTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualClock clock = VirtualClock.standing();
    private final WatchedStore store = new WatchedStore(clock);
    private final StoreKeys keys = new StoreKeys("issuer", "client");
    private final List<String> revoked = new ArrayList<>();
    private final Queue<SessionEnd> ends = new ConcurrentLinkedQueue<>();
    private final Events events = new Events(List.of(new RelyingPartyListener() {
        @Override
        public void sessionEnded(SessionEnd why) {
            ends.add(why);
        }
    }));
    private final Sessions sessions = sessions(keys, IDLE);
    private final PscSession session = TestSessions.session(DOCTOR, "sid", clock.instant());
    private final SessionTokens tokens = tokens("sub", TestSessions.forApi("api"));

    private Sessions sessions(StoreKeys named, Duration idle) {
        var revocations = new ApiRevocations(audience -> Optional.of((token, hint) -> {
            revoked.add(hint + ": " + token);
            return CompletableFuture.completedFuture(null);
        }));
        return new Sessions(store, named, revocations, "client", idle, LIMIT, events, clock);
    }

    @AfterEach
    void close() {
        events.close();
    }

    /** Tells what is written, in order, and fails where a test says so. */
    private static final class WatchedStore implements SessionStore {
        private final SessionStore store;
        private final List<String> written = new ArrayList<>();
        private Duration lifetime = Duration.ZERO;
        private String away = "nothing";
        private boolean busy;
        private int tries;

        WatchedStore(Clock clock) {
            // Entries never expire by themselves in here where a test stops this clock.
            store = SessionStore.inMemory(clock);
        }

        private void write(String what, String key) {
            if (key.startsWith(away)) {
                throw StoreException.unavailable("of a test", null);
            }
            written.add(what + " " + key.replaceFirst("/[^/]*$", ""));
        }

        @Override
        public Instant now() {
            return store.now();
        }

        @Override
        public Optional<StoredEntry> find(String key) {
            return store.find(key);
        }

        @Override
        public OptionalLong putIfAbsent(String key, byte[] value, Duration life) {
            write("put", key);
            lifetime = life;
            return store.putIfAbsent(key, value, life);
        }

        @Override
        public OptionalLong compareAndSet(String key, long version, byte[] value, Duration life) {
            tries++;
            if (tries > 1_000) {
                throw new AssertionError("tried without end");
            }
            if (busy) {
                return OptionalLong.empty();
            }
            write("set", key);
            lifetime = life;
            return store.compareAndSet(key, version, value, life);
        }

        @Override
        public boolean extend(String key, Duration life) {
            write("extend", key);
            lifetime = life;
            return store.extend(key, life);
        }

        @Override
        public boolean remove(String key, long version) {
            write("remove", key);
            return store.remove(key, version);
        }
    }

    /** The ends that listeners were told. They are told in order, so this comes after them. */
    private List<SessionEnd> ends() {
        var all = new CompletableFuture<List<SessionEnd>>();
        events.tell(listener -> all.complete(List.copyOf(ends)));
        return all.join();
    }

    private static void assertOver(LoginProblem problem, Executable use) {
        assertEquals(problem, assertThrows(PscException.class, use).problem());
    }

    private Instant expiry(SessionId id) {
        return store.find(keys.session(keys.name(id))).orElseThrow().expiresAt();
    }

    private List<String> endedAtPsc(String sid) {
        return sessions.endedAtPsc(sid, Optional.empty()).sessions();
    }

    @Test
    void who_has_the_handle_has_the_session_and_no_other_client_or_handle() throws Exception {
        sessions.open(session, tokens);

        var found = sessions.find(session.id()).orElseThrow();
        assertEquals(session, found.session());
        assertEquals(tokens, found.tokens());
        assertEquals(session, sessions.peek(session.id()));
        assertEquals(session, sessions.require(session.id()).session());
        assertEquals(Optional.of(tokens), sessions.tokens(session.id()));

        assertEquals(Optional.empty(), sessions.find(SessionId.draw()));
        var another = sessions(new StoreKeys("issuer", "another"), IDLE);
        assertEquals(Optional.empty(), another.find(session.id()));
        var sandbox = sessions(new StoreKeys("sandbox", "client"), IDLE);
        assertEquals(Optional.empty(), sandbox.find(session.id()));
    }

    @Test
    void an_entry_of_a_session_is_not_printed() {
        assertEquals(
                "StoredSession[]",
                StoredSession.of(session, tokens, clock.instant()).toString());
    }

    @Test
    void a_session_ends_once_nobody_has_used_it_for_the_idle_limit() throws Exception {
        sessions.open(session, tokens);
        clock.advance(IDLE.minus(SECOND));
        assertTrue(sessions.find(session.id()).isPresent());
        clock.advance(IDLE.minus(SECOND));
        assertEquals(session, sessions.peek(session.id()), "which is no use");

        clock.advance(SECOND);

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.peek(session.id()));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.require(session.id()));
    }

    @Test
    void use_is_written_once_a_minute_and_where_the_idle_limit_is_short_at_each_quarter_of_it() throws Exception {
        sessions.open(session, tokens);
        var begun = expiry(session.id());
        clock.advance(Duration.ofSeconds(60).minusMillis(1));
        sessions.find(session.id());
        assertEquals(begun, expiry(session.id()));
        clock.advance(Duration.ofMillis(1));
        sessions.find(session.id());
        assertEquals(begun.plusSeconds(60), expiry(session.id()));

        var hasty = sessions(keys, Duration.ofMinutes(2));
        var other = TestSessions.session(OTHER, "", clock.instant());
        hasty.open(other, tokens("other"));
        begun = expiry(other.id());
        clock.advance(Duration.ofSeconds(30).minusMillis(1));
        hasty.find(other.id());
        assertEquals(begun, expiry(other.id()));
        clock.advance(Duration.ofMillis(1));
        hasty.find(other.id());
        assertEquals(begun.plusSeconds(30), expiry(other.id()));
    }

    @Test
    void a_session_that_another_node_has_just_ended_is_not_found_as_its_use_is_written() throws Exception {
        sessions.open(session, tokens);
        clock.advance(Duration.ofMinutes(5));
        var gone = new SessionStore() {
            @Override
            public Instant now() {
                return store.now();
            }

            @Override
            public Optional<StoredEntry> find(String key) {
                return store.find(key);
            }

            @Override
            public OptionalLong putIfAbsent(String key, byte[] value, Duration life) {
                return OptionalLong.empty();
            }

            @Override
            public OptionalLong compareAndSet(String key, long version, byte[] value, Duration life) {
                return OptionalLong.empty();
            }

            @Override
            public boolean extend(String key, Duration life) {
                return false;
            }

            @Override
            public boolean remove(String key, long version) {
                return false;
            }
        };
        var late = new Sessions(
                gone, keys, new ApiRevocations(api -> Optional.empty()), "client", IDLE, LIMIT, Events.NONE, clock);

        assertEquals(Optional.empty(), late.find(session.id()));
    }

    @ParameterizedTest
    @CsvSource({"14399, true", "14400, false", "14401, false"})
    void a_session_ends_at_its_limit_even_where_the_store_still_has_it(long seconds, boolean open) throws Exception {
        var later = VirtualClock.standing();
        var node = new Sessions(
                store,
                keys,
                new ApiRevocations(api -> Optional.of((token, hint) -> {
                    revoked.add(hint);
                    return CompletableFuture.completedFuture(null);
                })),
                "client",
                IDLE,
                LIMIT,
                events,
                later);
        node.open(session, tokens);

        later.advance(Duration.ofSeconds(seconds));

        assertEquals(open, node.find(session.id()).isPresent());
        assertEquals(open, store.find(keys.session(keys.name(session.id()))).isPresent());
        assertEquals(open ? List.of() : List.of("refresh_token", "access_token"), revoked);
        if (!open) {
            assertEquals(List.of(SessionEnd.EXPIRED), ends());
            assertOver(LoginProblem.SESSION_ENDED, () -> node.peek(session.id()));
        }
    }

    @Test
    void an_entry_lives_no_longer_than_its_session_and_never_for_no_time_at_all() throws Exception {
        clock.advance(LIMIT);
        sessions.open(
                TestSessions.session(DOCTOR, "", clock.instant().minus(LIMIT).plus(SECOND)), tokens);
        assertTrue(store.written.contains("put psc/session"));
        sessions.open(session, tokens);

        assertEquals(List.of(SECOND, Duration.ofMillis(1)), firstLifetimes());
    }

    private List<Duration> firstLifetimes() throws Exception {
        var lifetimes = new ArrayList<Duration>();
        var ages = List.of(LIMIT.minus(SECOND), LIMIT);
        for (var age : ages) {
            var recorded = new ArrayList<Duration>();
            var recording = new Sessions(
                    new RecordingStore(recorded),
                    keys,
                    new ApiRevocations(api -> Optional.empty()),
                    "client",
                    IDLE,
                    LIMIT,
                    Events.NONE,
                    clock);
            recording.open(TestSessions.session(DOCTOR, "", clock.instant().minus(age)), tokens);
            lifetimes.add(recorded.get(0));
        }
        return lifetimes;
    }

    /** Keeps nothing but how long something was to be kept. */
    private record RecordingStore(List<Duration> lifetimes) implements SessionStore {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<StoredEntry> find(String key) {
            return Optional.empty();
        }

        @Override
        public OptionalLong putIfAbsent(String key, byte[] value, Duration life) {
            lifetimes.add(life);
            return OptionalLong.of(1);
        }

        @Override
        public OptionalLong compareAndSet(String key, long version, byte[] value, Duration life) {
            return OptionalLong.of(1);
        }

        @Override
        public boolean extend(String key, Duration life) {
            return true;
        }

        @Override
        public boolean remove(String key, long version) {
            return true;
        }
    }

    @Test
    void a_session_whose_end_psc_has_reported_before_is_not_opened() throws Exception {
        sessions.endedAtPsc("sid", Optional.empty());

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.open(session, tokens));

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(
                LoginProblem.SESSION_ENDED_AT_PSC,
                sessions.whyEnded(session.id()).problem());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        assertEquals(List.of(SessionEnd.ENDED_AT_PSC), ends());
    }

    @Test
    void a_session_that_is_not_known_by_its_names_is_taken_back_and_nobody_hears_of_it() throws Exception {
        store.away = "psc/sub";

        assertThrows(StoreException.class, () -> sessions.open(session, tokens));

        store.away = "nothing";
        assertEquals(Optional.empty(), sessions.tokens(session.id()));
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        assertEquals(List.of(), ends());
    }

    @Test
    void a_session_that_is_taken_back_while_the_store_is_away_fails_nothing() throws Exception {
        sessions.open(session, tokens);
        store.away = "psc/session";
        sessions.takeBack(session.id());

        store.away = "nothing";
        sessions.takeBack(session.id());

        assertEquals(Optional.empty(), sessions.tokens(session.id()));
        assertEquals(List.of(), ends());
    }

    @Test
    void an_entry_that_another_version_wrote_is_no_session_and_goes_with_it() {
        var key = keys.session(keys.name(session.id()));
        store.put(key, "{".getBytes(StandardCharsets.UTF_8), IDLE);

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(Optional.empty(), sessions.tokens(session.id()));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.end(session.id(), hint -> {}));
        assertEquals(Optional.empty(), store.find(key));
    }

    @Test
    void tokens_are_changed_as_they_are_at_that_moment() throws Exception {
        sessions.open(session, tokens);
        clock.advance(Duration.ofMinutes(10));
        var calls = new AtomicInteger();

        var changed = sessions.change(session.id(), read -> {
            if (calls.incrementAndGet() == 1) {
                change("first");
            }
            return read.with(TestSessions.forApi("second"));
        });

        assertEquals(2, calls.get());
        assertEquals(tokens.with(TestSessions.forApi("first")).with(TestSessions.forApi("second")), changed);
        assertEquals(Optional.of(changed), sessions.tokens(session.id()));
        assertEquals(clock.instant().plus(IDLE), expiry(session.id()));
    }

    private void change(String api) {
        try {
            sessions.change(session.id(), read -> read.with(TestSessions.forApi(api)));
        } catch (PscException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_change_that_turns_out_to_be_none_writes_nothing() throws Exception {
        sessions.open(session, tokens);
        store.written.clear();

        assertEquals(Optional.empty(), sessions.changeIf(session.id(), read -> Optional.empty()));
        assertEquals(List.of(), store.written);
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.change(SessionId.draw(), read -> read));
    }

    @Test
    void a_change_is_given_up_after_a_thousand_tries() throws Exception {
        sessions.open(session, tokens);
        store.busy = true;
        store.tries = 0;

        assertThrows(StoreException.class, () -> sessions.change(session.id(), read -> read));

        assertEquals(1_000, store.tries);
    }

    @Test
    void a_session_is_known_by_each_sid_that_a_refresh_has_brought() throws Exception {
        sessions.open(session, tokens);

        sessions.alsoNamed(session.id(), "new-sid");

        var name = keys.name(session.id());
        assertEquals(
                List.of(name), sessions.endedAtPsc("new-sid", Optional.empty()).sessions());
        assertEquals(List.of(name), sessions.allEndedAtPsc("sub").sessions());
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.alsoNamed(SessionId.draw(), "new-sid"));
    }

    @Test
    void a_session_whose_new_sid_has_ended_is_over() throws Exception {
        sessions.open(session, tokens);
        sessions.endedAtPsc("new-sid", Optional.empty());

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.alsoNamed(session.id(), "new-sid"));

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(List.of(SessionEnd.ENDED_AT_PSC), ends());
    }

    @Test
    void who_logs_out_leaves_a_hint_for_psc_before_the_session_is_gone() throws Exception {
        sessions.open(session, tokens);
        var told = new ArrayList<String>();

        var hint = sessions.end(session.id(), given -> {
            told.add(given);
            assertEquals(Optional.of("id-token"), sessions.hint(session.id()));
            assertTrue(sessions.tokens(session.id()).isPresent());
        });

        assertEquals("id-token", hint);
        assertEquals(List.of("id-token"), told);
        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(List.of(SessionEnd.SIGNED_OUT), ends());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        assertEquals(List.of(), endedAtPsc("sid"), "PSC's report would find nothing");
    }

    @Test
    void the_hint_of_a_session_that_is_over_is_used_again_until_psc_was_told() throws Exception {
        sessions.open(session, tokens);
        sessions.end(session.id(), hint -> {});
        var told = new ArrayList<String>();

        assertEquals("id-token", sessions.end(session.id(), told::add));
        assertEquals(List.of("id-token"), told);

        sessions.endedEverywhere(session.id());
        assertEquals(Optional.empty(), sessions.hint(session.id()));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.end(session.id(), told::add));
        assertEquals(List.of("id-token"), told);
    }

    @Test
    void a_hint_lives_as_long_as_a_session_of_psc() throws Exception {
        sessions.open(session, tokens);
        sessions.end(session.id(), hint -> {});

        clock.advance(PscProfile.SESSION_LIMIT.minusMillis(1));
        assertEquals(Optional.of("id-token"), sessions.hint(session.id()));
        clock.advance(Duration.ofMillis(1));
        assertEquals(Optional.empty(), sessions.hint(session.id()));
    }

    @Test
    void a_session_that_is_closed_gives_its_tokens_back_and_its_names_up_once() throws Exception {
        sessions.open(session, tokens);

        sessions.close(session.id(), SessionEnd.FORGOTTEN);
        sessions.close(session.id(), SessionEnd.FORGOTTEN);

        assertEquals(Optional.empty(), store.find(keys.sessionsOfSid("sid")));
        assertEquals(Optional.empty(), store.find(keys.sessionsOfSubject("sub")));
        assertEquals(List.of(SessionEnd.FORGOTTEN), ends());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        assertEquals(List.of(), endedAtPsc("sid"));
        assertEquals(List.of(), sessions.allEndedAtPsc("sub").sessions());
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.require(session.id()));
        assertEquals(List.of(SessionEnd.FORGOTTEN), ends());
    }

    @Test
    void who_finds_a_session_gone_finds_why_for_as_long_as_the_idle_limit() throws Exception {
        sessions.open(session, tokens);
        store.written.clear();

        sessions.endedAtPsc(session.id());

        assertTrue(
                store.written.indexOf("put psc/end-reason") >= 0
                        && store.written.indexOf("put psc/end-reason") < store.written.indexOf("remove psc/session"),
                store.written::toString);
        assertEquals(List.of(SessionEnd.ENDED_AT_PSC), ends());
        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.peek(session.id()));
        clock.advance(IDLE.minusMillis(1));
        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.require(session.id()));
        clock.advance(Duration.ofMillis(1));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.require(session.id()));
    }

    @Test
    void a_session_in_whose_refresh_a_node_died_was_interrupted() throws Exception {
        sessions.open(session, tokens);

        sessions.interrupted(session.id());

        assertEquals(List.of(SessionEnd.INTERRUPTED), ends());
        assertOver(LoginProblem.INTERRUPTED, () -> sessions.require(session.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', SESSION_ENDED_AT_PSC",
        "0, SESSION_ENDED_AT_PSC",
        "1, INTERRUPTED",
        "2, SESSION_CONTRADICTED",
        "3, SESSION_ENDED_AT_PSC",
        "11, SESSION_ENDED_AT_PSC"
    })
    void a_reason_that_this_version_does_not_know_is_an_end_at_psc(String digits, LoginProblem problem) {
        var bytes = digits.getBytes(StandardCharsets.US_ASCII);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] -= '0';
        }
        store.put(keys.endReason(keys.name(session.id())), bytes, IDLE);

        assertEquals(problem, sessions.whyEnded(session.id()).problem());
    }

    @Test
    void the_end_of_one_session_at_psc_ends_those_of_that_name_and_no_other() throws Exception {
        sessions.open(session, tokens);
        var other = TestSessions.session(DOCTOR, "other", clock.instant());
        sessions.open(other, tokens("sub"));

        var ended = sessions.endedAtPsc("sid", Optional.empty());
        assertTrue(sessions.find(session.id()).isPresent(), "not yet");
        sessions.end(ended);

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.require(session.id()));
        assertEquals(other, sessions.peek(other.id()));
        assertEquals(List.of(), endedAtPsc("sid"));
    }

    @Test
    void the_logout_of_a_person_ends_all_their_sessions_and_no_other_person_s() throws Exception {
        var second = TestSessions.session(DOCTOR, "second", clock.instant());
        var other = TestSessions.session(OTHER, "other", clock.instant());
        sessions.open(session, tokens);
        sessions.open(second, tokens("sub"));
        sessions.open(other, tokens("other"));

        sessions.end(sessions.allEndedAtPsc("sub"));

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(Optional.empty(), sessions.find(second.id()));
        assertEquals(other, sessions.peek(other.id()));
        assertEquals(List.of(), sessions.allEndedAtPsc("sub").sessions());
    }

    @Test
    void the_names_of_ended_sessions_are_forgotten_even_where_the_sessions_are_gone() throws Exception {
        sessions.open(session, tokens);
        var ended = sessions.endedAtPsc("sid", Optional.empty());
        store.take(keys.session(keys.name(session.id())));

        sessions.end(new Ended(ended.byKey()));

        assertEquals(List.of(), endedAtPsc("sid"));
    }

    @Test
    void a_session_that_ended_at_psc_is_opened_no_more_after_its_names_were_forgotten() throws Exception {
        sessions.open(session, tokens);
        sessions.end(sessions.endedAtPsc("sid", Optional.empty()));

        var again = TestSessions.session(DOCTOR, "sid", clock.instant());
        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.open(again, tokens));
    }

    @Test
    void a_session_that_is_past_is_no_longer_known_by_its_person() throws Exception {
        sessions.open(session, tokens);
        clock.advance(Duration.ofHours(1));
        var second = TestSessions.session(DOCTOR, "second", clock.instant());
        sessions.open(second, tokens);
        clock.advance(LIMIT.minusHours(1).minusSeconds(1));
        var third = TestSessions.session(DOCTOR, "third", clock.instant());
        sessions.open(third, tokens);
        assertEquals(3, sessions.allEndedAtPsc("sub").sessions().size());

        clock.advance(SECOND);
        var fourth = TestSessions.session(DOCTOR, "fourth", clock.instant());
        sessions.open(fourth, tokens);

        assertEquals(
                List.of(second, third, fourth).stream()
                        .map(one -> keys.name(one.id()))
                        .toList(),
                sessions.allEndedAtPsc("sub").sessions());
    }

    @Test
    void names_that_another_version_wrote_know_no_session_and_take_new_ones() throws Exception {
        store.put(keys.sessionsOfSid("sid"), "{".getBytes(StandardCharsets.UTF_8), LIMIT);

        sessions.open(session, tokens);

        assertEquals(List.of(keys.name(session.id())), endedAtPsc("sid"));
    }
}
