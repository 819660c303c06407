package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.DOCTOR;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.session.RefreshLeases.Attempt;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.Lease;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No refresh token is sent twice, by whichever node. */
class RefreshLeasesTest {
    private static final Optional<String> KNOWN = Optional.of("refresh-token");

    private final VirtualClock clock = VirtualClock.standing();
    private final LosingStore store = new LosingStore(SessionStore.inMemory(clock));
    private final StoreAccess keys = TestSessions.access(store, TestSessions.OWNER, clock);
    private final Sessions sessions = new Sessions(
            TestSessions.access(store, TestSessions.OWNER, clock),
            tokens -> {},
            "client",
            Duration.ofMinutes(30),
            LIMIT,
            Events.NONE);
    private final RefreshLeases leases = new RefreshLeases(sessions, clock);
    private final PscSession session = TestSessions.session(DOCTOR, "sid", clock.instant());
    private final SessionTokens tokens = TestSessions.tokens("sub");
    private boolean isInDoubt;

    /** Loses the answers to writes, or does not answer at all. */
    private static final class LosingStore extends InterceptedStore {
        private boolean losesWrites;
        private boolean away;

        LosingStore(SessionStore store) {
            super(store);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (away && call == Call.FIND) {
                throw StoreException.unavailable("of a test", null);
            }
            var result = work.get();
            if (losesWrites && call == Call.WRITE) {
                throw StoreException.unavailable("of a test", null);
            }
            return result;
        }
    }

    @BeforeEach
    void open() throws Exception {
        sessions.open(session, tokens);
    }

    private Attempt take(String holder) throws PscException {
        return take(KNOWN, holder);
    }

    private Attempt take(Optional<String> known, String holder) throws PscException {
        return leases.take(session.id(), known, holder, () -> isInDoubt = true);
    }

    private Optional<Lease> lease() {
        return sessions.tokens(session.id()).flatMap(SessionTokens::lease);
    }

    private Optional<Lease> leaseOf(String holder) {
        return Optional.of(
                new Lease(holder, clock.instant().plus(RefreshLeases.LEASE).getEpochSecond()));
    }

    private long version() {
        return store.find(keys.sessionKey(keys.name(session.id())))
                .orElseThrow()
                .version();
    }

    @Test
    void one_node_takes_the_lease_and_the_others_find_it_taken() throws Exception {
        assertEquals(new Attempt.Taken(tokens, "one"), take("one"));

        assertEquals(leaseOf("one"), lease());
        assertInstanceOf(Attempt.Busy.class, take("other"));
        assertInstanceOf(Attempt.Busy.class, take("one"), "even the same one");
        assertEquals(leaseOf("one"), lease());
    }

    @Test
    void who_knows_an_older_refresh_token_is_given_the_newer_tokens_and_takes_no_lease() throws Exception {
        assertEquals(new Attempt.Newer(tokens), take(Optional.of("spent"), "one"));
        assertEquals(new Attempt.Newer(tokens), take(Optional.empty(), "one"));

        assertEquals(Optional.empty(), lease());
    }

    @Test
    void a_session_without_a_refresh_token_cannot_be_refreshed() throws Exception {
        var without = new SessionTokens(
                TestSessions.original("sub"),
                List.of(),
                "id",
                "access",
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        sessions.change(session.id(), before -> without);

        var failure = assertThrows(PscException.class, () -> take(Optional.empty(), "one"));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertEquals(Optional.empty(), lease());
        assertEquals(new Attempt.Newer(without), take("one"));
    }

    @Test
    void a_session_whose_node_is_gone_is_given_up_by_whoever_has_seen_its_lease_last() throws Exception {
        take("one");
        var seen = lease().orElseThrow();

        assertEquals(Optional.of(tokens.idToken()), leases.giveUp(session.id(), seen, "other"));

        assertEquals(
                LoginProblem.INTERRUPTED,
                assertThrows(PscException.class, () -> take("other")).problem());
        assertEquals(Optional.empty(), sessions.find(session.id()));
    }

    @Test
    void a_session_is_not_given_up_whose_lease_was_prolonged_or_given_back_meanwhile() throws Exception {
        take("one");
        var seen = lease().orElseThrow();
        clock.advance(Duration.ofSeconds(2));
        leases.prolong(session.id(), "one");

        assertEquals(Optional.empty(), leases.giveUp(session.id(), seen, "other"));
        assertEquals(leaseOf("one"), lease());

        leases.release(session.id(), "one");
        assertEquals(Optional.empty(), leases.giveUp(session.id(), seen, "other"));
        assertEquals(session, sessions.peek(session.id()));
    }

    @Test
    void a_lease_is_prolonged_by_its_holder_alone() throws Exception {
        take("one");
        var before = lease();
        clock.advance(Duration.ofSeconds(2));

        leases.prolong(session.id(), "other");
        assertEquals(before, lease());
        leases.prolong(session.id(), "one");
        assertEquals(leaseOf("one"), lease());
    }

    @Test
    void a_lease_is_given_back_by_its_holder_alone() throws Exception {
        take("one");

        leases.release(session.id(), "other");
        assertEquals(leaseOf("one"), lease());
        leases.release(session.id(), "one");
        assertEquals(Optional.empty(), lease());
        leases.prolong(session.id(), "one");
        assertEquals(Optional.empty(), lease());
        assertInstanceOf(Attempt.Taken.class, take("other"));
    }

    @Test
    void a_release_fails_whatever_its_holder_has_begun_to_write_before() throws Exception {
        take("one");
        var before = version();

        leases.release(session.id(), "other");

        assertNotEquals(before, version());
    }

    @Test
    void a_lease_whose_write_got_no_answer_is_in_doubt() throws Exception {
        store.losesWrites = true;

        assertThrows(StoreException.class, () -> take("one"));
        assertTrue(isInDoubt);

        store.losesWrites = false;
        assertInstanceOf(Attempt.Busy.class, take("other"), "it was written");
    }

    @Test
    void a_store_that_is_away_before_anything_was_written_leaves_no_doubt() {
        store.away = true;

        assertThrows(StoreException.class, () -> take("one"));
        assertFalse(isInDoubt);
    }

    @Test
    void a_session_that_is_over_has_no_lease() {
        sessions.endedAtPsc(session.id());

        assertEquals(
                LoginProblem.SESSION_ENDED_AT_PSC,
                assertThrows(PscException.class, () -> take("one")).problem());
    }
}
