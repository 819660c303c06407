package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.DOCTOR;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.LIMIT;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.OTHER;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
    private final StoreAccess keys = TestSessions.access(store, TestSessions.OWNER, clock);
    private final List<String> revoked = new ArrayList<>();
    private final Queue<SessionEnd> ends = new ConcurrentLinkedQueue<>();
    private CompletableFuture<List<SessionEnd>> asked = new CompletableFuture<>();
    private final Events events = new Events(List.of(event -> {
        if (event.name().equals("psc.sessions.ended")) {
            ends.add(SessionEnd.valueOf(event.tags().get("reason").toUpperCase(Locale.ROOT)));
        } else {
            asked.complete(List.copyOf(ends));
        }
    }));
    private final Sessions sessions = sessions(TestSessions.OWNER, IDLE);
    private final PscSession session = TestSessions.session(DOCTOR, "sid", clock.instant());
    private final SessionTokens tokens = tokens("sub", TestSessions.forApi("api"));

    private Sessions sessions(String owner, Duration idle) {
        var revocations = new ApiRevocations(audience -> Optional.of((token, hint) -> {
            revoked.add(hint + ": " + token);
            return CompletableFuture.completedFuture(null);
        }));
        return new Sessions(
                TestSessions.access(store, owner, clock), revocations::begin, "client", idle, LIMIT, events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    /** Tells what is written, in order, and fails where a test says so. */
    private static final class WatchedStore extends InterceptedStore {
        private final List<String> written = new ArrayList<>();
        private String away = "nothing";
        private boolean busy;
        private int tries;

        WatchedStore(Clock clock) {
            // Entries never expire by themselves in here where a test stops this clock.
            super(SessionStore.inMemory(clock));
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            if (version != ABSENT) {
                tries++;
                if (tries > 1_000) {
                    throw new AssertionError("tried without end");
                }
                if (busy) {
                    return OptionalLong.empty();
                }
            }
            return super.write(key, version, content);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (about.startsWith(away)) {
                throw StoreException.unavailable("of a test", null);
            }
            if (call == Call.WRITE || call == Call.REMOVE || call == Call.EXTEND) {
                written.add(call.name().toLowerCase(Locale.ROOT) + " " + about.replaceFirst("/[^/]*$", ""));
            }
            return work.get();
        }
    }

    /** The ends that listeners were told. They are told in order, so this comes after them. */
    private List<SessionEnd> ends() {
        asked = new CompletableFuture<>();
        events.loginBegun(WayIn.BROWSER, Optional.empty());
        return asked.join();
    }

    private static void assertOver(LoginProblem problem, Executable use) {
        assertEquals(problem, assertThrows(PscException.class, use).problem());
    }

    private Instant expiry(SessionId id) {
        return store.find(keys.sessionKey(keys.name(id))).orElseThrow().expiresAt();
    }

    private void endedAtPsc(String sid) {
        sessions.endedAtPsc(sid, Optional.empty(), clock.instant().getEpochSecond());
    }

    private void allEndedAtPsc(String subject) {
        sessions.allEndedAtPsc(subject, clock.instant().getEpochSecond());
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
        var another = sessions("issuer\nanother", IDLE);
        assertEquals(Optional.empty(), another.find(session.id()));
        var sandbox = sessions("sandbox\nclient", IDLE);
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

        var hasty = sessions(TestSessions.OWNER, Duration.ofMinutes(2));
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
        var gone = new InterceptedStore(store) {
            @Override
            protected <T> T call(Call call, String about, Supplier<T> work) {
                if (call == Call.EXTEND) {
                    sessions.close(session.id(), SessionEnd.FORGOTTEN);
                }
                return work.get();
            }
        };
        var late = new Sessions(
                TestSessions.access(gone, TestSessions.OWNER, clock), tokens -> {}, "client", IDLE, LIMIT, Events.NONE);

        assertEquals(Optional.empty(), late.find(session.id()));
    }

    @ParameterizedTest
    @CsvSource({"14399, true", "14400, false", "14401, false"})
    void a_session_ends_at_its_limit_even_where_the_store_still_has_it(long seconds, boolean open) throws Exception {
        var later = VirtualClock.standing();
        var node = new Sessions(
                TestSessions.access(store, TestSessions.OWNER, later),
                tokens -> new ApiRevocations(api -> Optional.of((token, hint) -> {
                            revoked.add(hint);
                            return CompletableFuture.completedFuture(null);
                        }))
                        .begin(tokens),
                "client",
                IDLE,
                LIMIT,
                events);
        node.open(session, tokens);

        later.advance(Duration.ofSeconds(seconds));

        assertEquals(open, node.find(session.id()).isPresent());
        assertEquals(open, store.find(keys.sessionKey(keys.name(session.id()))).isPresent());
        assertEquals(open ? List.of() : List.of("refresh_token", "access_token"), revoked);
        if (!open) {
            assertEquals(List.of(SessionEnd.EXPIRED), ends());
            assertOver(LoginProblem.SESSION_ENDED, () -> node.peek(session.id()));
        }
    }

    @Test
    void an_entry_lives_no_longer_than_its_session_and_never_for_no_time_at_all() throws Exception {
        clock.advance(LIMIT);
        var older =
                TestSessions.session(DOCTOR, "", clock.instant().minus(LIMIT).plus(SECOND));
        sessions.open(older, tokens);
        assertEquals(clock.instant().plus(SECOND), expiry(older.id()));
        sessions.open(session, tokens);
        assertEquals(clock.instant().plusMillis(1), expiry(session.id()));
    }

    @Test
    void a_session_whose_end_psc_has_reported_before_is_not_opened() throws Exception {
        endedAtPsc("sid");

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.open(session, tokens));

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(
                LoginProblem.SESSION_ENDED_AT_PSC,
                sessions.whyEnded(session.id()).problem());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        assertEquals(List.of(SessionEnd.ENDED_AT_PSC), ends());
    }

    @Test
    void a_session_of_which_nobody_knows_whether_psc_has_ended_it_is_taken_back_and_nobody_hears_of_it()
            throws Exception {
        store.away = "psc/ended/psc/sub";

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
        var key = keys.sessionKey(keys.name(session.id()));
        store.put(key, "{".getBytes(StandardCharsets.UTF_8), IDLE);

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(Optional.empty(), sessions.tokens(session.id()));
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.end(session.id()));
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
        for (var reported : List.of("sid", "new-sid")) {
            var one = TestSessions.session(DOCTOR, "sid-of-" + reported, clock.instant());
            sessions.open(one, tokens);
            sessions.change(one.id(), read -> read.alsoNamed("new-sid-of-" + reported));
            sessions.endIfReported(one.id());
            assertTrue(sessions.find(one.id()).isPresent(), "nothing was reported");

            endedAtPsc(reported + "-of-" + reported);

            assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.peek(one.id()));
        }
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.endIfReported(SessionId.draw()));
    }

    @Test
    void a_session_whose_new_sid_has_ended_is_over() throws Exception {
        sessions.open(session, tokens);
        endedAtPsc("new-sid");
        sessions.change(session.id(), read -> read.alsoNamed("new-sid"));

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.endIfReported(session.id()));

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(List.of(SessionEnd.ENDED_AT_PSC), ends());
    }

    private Optional<StoredEntry> hint() {
        return store.find(keys.signOutKey(session.id()));
    }

    @Test
    void who_logs_out_leaves_a_hint_for_psc_before_the_session_is_gone() throws Exception {
        sessions.open(session, tokens);
        store.written.clear();

        assertEquals("id-token", sessions.end(session.id()));

        assertEquals(List.of("write psc/sign-out", "remove psc/session"), store.written);
        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(List.of(SessionEnd.SIGNED_OUT), ends());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
    }

    @Test
    void some_node_tells_psc_of_a_logout_after_thirty_seconds_unless_it_was_told() throws Exception {
        sessions.open(session, tokens);
        sessions.end(session.id());
        clock.advance(Sessions.UNTIL_TOLD.minusMillis(1));
        assertEquals(List.of(), store.claimDue(keys.kind("sign-out"), "node", SECOND, 10));
        clock.advance(Duration.ofMillis(1));

        var due = store.claimDue(keys.kind("sign-out"), "node", SECOND, 10);
        assertEquals("id-token", new String(due.get(0).value(), StandardCharsets.US_ASCII));
        sessions.endedEverywhere(session.id());
        clock.advance(SECOND);
        assertEquals(List.of(), store.claimDue(keys.kind("sign-out"), "node", SECOND, 10));
    }

    @Test
    void the_hint_of_a_session_that_is_over_is_used_again_until_psc_was_told() throws Exception {
        sessions.open(session, tokens);
        sessions.end(session.id());

        assertEquals("id-token", sessions.end(session.id()));

        sessions.endedEverywhere(session.id());
        assertEquals(Optional.empty(), hint());
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.end(session.id()));
    }

    @Test
    void a_hint_lives_as_long_as_a_session_of_psc() throws Exception {
        sessions.open(session, tokens);
        sessions.end(session.id());

        clock.advance(PscProfile.SESSION_LIMIT.minusMillis(1));
        assertTrue(hint().isPresent());
        clock.advance(Duration.ofMillis(1));
        assertEquals(Optional.empty(), hint());
    }

    @Test
    void a_session_that_is_closed_gives_its_tokens_back_and_its_names_up_once() throws Exception {
        sessions.open(session, tokens);

        sessions.close(session.id(), SessionEnd.FORGOTTEN);
        sessions.close(session.id(), SessionEnd.FORGOTTEN);

        assertEquals(List.of(), listed(keys.sidIndex("sid")));
        assertEquals(List.of(), listed(keys.subjectIndex("sub")));
        assertEquals(List.of(SessionEnd.FORGOTTEN), ends());
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), revoked);
        endedAtPsc("sid");
        allEndedAtPsc("sub");
        assertOver(LoginProblem.SESSION_ENDED, () -> sessions.require(session.id()));
        assertEquals(List.of(SessionEnd.FORGOTTEN), ends());
    }

    private List<StoredEntry> listed(String index) {
        var listed = new ArrayList<StoredEntry>();
        store.list(index, Optional.empty(), 10, listed::add);
        return listed;
    }

    @Test
    void who_finds_a_session_gone_finds_why_for_as_long_as_the_idle_limit() throws Exception {
        sessions.open(session, tokens);
        store.written.clear();

        sessions.endedAtPsc(session.id());

        assertTrue(
                store.written.indexOf("write psc/end-reason") >= 0
                        && store.written.indexOf("write psc/end-reason") < store.written.indexOf("remove psc/session"),
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

    @Test
    void a_session_that_a_refresh_contradicts_is_over() throws Exception {
        sessions.open(session, tokens);

        sessions.contradicted(session.id());

        assertEquals(List.of(SessionEnd.REFRESH_REFUSED), ends());
        assertOver(LoginProblem.SESSION_CONTRADICTED, () -> sessions.require(session.id()));
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
        store.put(keys.endReasonKey(keys.name(session.id())), bytes, IDLE);

        assertEquals(problem, sessions.whyEnded(session.id()).problem());
    }

    @Test
    void the_end_of_one_session_at_psc_ends_those_of_that_name_and_no_other() throws Exception {
        sessions.open(session, tokens);
        var other = TestSessions.session(DOCTOR, "other", clock.instant());
        sessions.open(other, tokens("sub"));

        endedAtPsc("sid");

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.require(session.id()));
        assertEquals(other, sessions.peek(other.id()));
        assertEquals(List.of(), listed(keys.sidIndex("sid")));
    }

    @Test
    void the_logout_of_a_person_ends_all_their_sessions_and_no_other_person_s() throws Exception {
        var second = TestSessions.session(DOCTOR, "second", clock.instant());
        var other = TestSessions.session(OTHER, "other", clock.instant());
        sessions.open(session, tokens);
        sessions.open(second, tokens("sub"));
        sessions.open(other, tokens("other"));

        allEndedAtPsc("sub");

        assertEquals(Optional.empty(), sessions.find(session.id()));
        assertEquals(Optional.empty(), sessions.find(second.id()));
        assertEquals(other, sessions.peek(other.id()));
    }

    @Test
    void the_logout_of_a_person_that_is_tried_again_spares_the_session_that_they_have_opened_since() throws Exception {
        sessions.open(session, tokens);
        var reportedAt = clock.instant().getEpochSecond();
        clock.advance(SECOND);
        var since = TestSessions.session(DOCTOR, "since", clock.instant());
        sessions.open(since, tokens("sub"));

        sessions.allEndedAtPsc("sub", reportedAt);

        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.require(session.id()));
        assertEquals(since, sessions.peek(since.id()));
    }

    /** However many sessions there are, and whoever of them stays. */
    @Test
    void the_logout_of_a_person_with_thousands_of_sessions_ends_each() throws Exception {
        for (var i = 0; i < 1_200; i++) {
            sessions.open(TestSessions.session(DOCTOR, "sid-" + i, clock.instant()), tokens("sub"));
        }

        allEndedAtPsc("sub");

        assertEquals(List.of(), listed(keys.subjectIndex("sub")));
        assertEquals(1_200, ends().size());
    }

    @Test
    void a_session_that_ended_at_psc_is_opened_no_more() throws Exception {
        sessions.open(session, tokens);
        endedAtPsc("sid");

        var again = TestSessions.session(DOCTOR, "sid", clock.instant());
        assertOver(LoginProblem.SESSION_ENDED_AT_PSC, () -> sessions.open(again, tokens));
    }
}
