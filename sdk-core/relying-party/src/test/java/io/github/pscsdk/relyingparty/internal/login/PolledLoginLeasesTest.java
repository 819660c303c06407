package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.login.PolledLoginLeases.Claim;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Waiting;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Of nodes that share a store: which of them polls for a login, and whose word on its end counts. */
class PolledLoginLeasesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofSeconds(120);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Ended GRANTED = Ended.of(TestLogins.session());
    private static final Ended REFUSED = Ended.of(new PscException(LoginProblem.REFUSED, "of a test"));

    private final VirtualClock time = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(time, "login-claims");
    private final Instant begin = time.instant();
    private final FaultyStore store = new FaultyStore(SessionStore.inMemory(time));
    private final PolledLoginLeases one = node();
    private final PolledLoginLeases other = node();
    private final Waiting login = new Waiting(
            "attempt", "request", "899999100011", INTERVAL, time.instant().plus(LIFE));

    private PolledLoginLeases node() {
        return new PolledLoginLeases(access());
    }

    private StoreAccess access() {
        return new StoreAccess(store, "issuer\nclient", new StoreCalls(true, timers, "a store"), timers, time);
    }

    /** Fails so many calls, before or after they are done. */
    private static final class FaultyStore extends InterceptedStore {
        private int failuresBefore;
        private int failuresAfter;
        private int writes;
        private Runnable beforeFinish = () -> {};

        FaultyStore(SessionStore store) {
            super(store);
        }

        @Override
        public OptionalLong write(String key, long version, EntryContent content) {
            if (content.kind().isEmpty() && version != ABSENT && failuresBefore == 0) {
                var before = beforeFinish;
                beforeFinish = () -> {};
                before.run();
            }
            return super.write(key, version, content);
        }

        @Override
        protected <T> T call(Call call, String about, Supplier<T> work) {
            if (call != Call.WRITE) {
                return work.get();
            }
            if (++writes > 200) {
                throw new AssertionError("tried without end");
            }
            if (failuresBefore > 0) {
                failuresBefore--;
                throw StoreException.unavailable("of a test", null);
            }
            var written = work.get();
            if (failuresAfter > 0) {
                failuresAfter--;
                throw StoreException.unavailable("of a test", null);
            }
            return written;
        }
    }

    private static byte[] unreadable() {
        return "{".getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T now(CompletableFuture<T> future) {
        assertTrue(future.isDone(), "the store has answered");
        return future.join();
    }

    private Claim begun() {
        return now(one.add("login", login));
    }

    private Claim takenOver() {
        time.advance(PolledLoginLeases.LEASE);
        return now(other.claimLeft(10)).get(0);
    }

    private Optional<Ended> outcome() {
        return now(one.find("login")).filter(Ended.class::isInstance).map(Ended.class::cast);
    }

    private Waiting waiting() {
        return now(one.find("login")).map(Waiting.class::cast).orElseThrow();
    }

    private int left() {
        return now(other.claimLeft(10)).size();
    }

    /** Nobody may go on with a login before that time, and anybody may from then on. */
    private void assertDueIn(Duration time) {
        this.time.advance(time.minus(MILLI));
        assertEquals(0, left());
        this.time.advance(MILLI);
        assertEquals(1, left());
    }

    @Test
    void a_node_that_failed_does_not_overrule_another_one_that_goes_on_with_the_login() {
        var mine = begun();
        var theirs = takenOver();

        assertEquals(Optional.empty(), now(mine.finish(REFUSED)));

        assertEquals(Optional.empty(), outcome());
        assertEquals(Optional.of(GRANTED), now(theirs.finish(GRANTED)));
        assertEquals(Optional.of(GRANTED), outcome());
    }

    @Test
    void a_cancellation_counts_although_another_node_has_claimed_the_login() {
        var mine = begun();
        var theirs = takenOver();

        assertEquals(Optional.of(Ended.cancelled()), now(mine.finish(Ended.cancelled())));

        assertEquals(Optional.of(Ended.cancelled()), now(theirs.finish(GRANTED)));
        assertEquals(Optional.of(Ended.cancelled()), outcome());
    }

    @Test
    void a_session_counts_although_another_node_has_claimed_the_login() {
        var mine = begun();
        var theirs = takenOver();

        assertEquals(Optional.of(GRANTED), now(mine.finish(GRANTED)));

        assertEquals(Optional.of(GRANTED), outcome());
        assertFalse(now(theirs.hold()));
        assertEquals(Optional.of(GRANTED), now(theirs.finish(REFUSED)));
        assertEquals(Optional.of(GRANTED), outcome());
    }

    @Test
    void the_first_end_counts_for_all_nodes_even_a_session_comes_too_late() {
        var mine = begun();
        var theirs = takenOver();
        now(theirs.finish(REFUSED));

        assertEquals(Optional.of(REFUSED), now(mine.finish(GRANTED)));
        assertEquals(Optional.of(REFUSED), outcome());
    }

    @Test
    void an_end_that_another_version_wrote_is_an_interruption() {
        var mine = begun();
        var found = store.find(mine.key()).orElseThrow();
        store.write(mine.key(), found.version(), EntryContent.of(unreadable(), LIFE));

        assertEquals(Optional.of(Ended.interrupted()), now(mine.finish(GRANTED)));
        assertEquals(Optional.empty(), now(one.find("login")));
    }

    @Test
    void the_end_of_a_login_that_nobody_knows_any_more_counts() {
        var mine = begun();
        store.remove(mine.key(), store.find(mine.key()).orElseThrow().version());

        assertEquals(Optional.of(REFUSED), now(mine.finish(REFUSED)));
    }

    @Test
    void the_end_of_a_login_is_kept_for_five_minutes_and_written_again_while_the_store_is_away() {
        var mine = begun();
        store.failuresBefore = 2;

        var ended = mine.finish(GRANTED);
        assertFalse(ended.isDone());
        time.advanceToNext(LIFE);
        time.advanceToNext(LIFE);

        assertEquals(Optional.of(GRANTED), now(ended));
        time.advance(PolledLoginLeases.OUTCOME_KEPT.minus(MILLI));
        assertEquals(Optional.of(GRANTED), outcome());
        time.advance(MILLI);
        assertEquals(Optional.empty(), outcome());
    }

    @Test
    void a_login_belongs_to_its_node_for_a_lease_and_is_polled_for_after_an_interval() {
        begun();

        assertDueIn(PolledLoginLeases.LEASE);
        assertEquals(INTERVAL, waiting().untilPoll(begin));
    }

    @Test
    void each_poll_holds_the_login_for_a_lease_more_as_often_as_it_comes() {
        var mine = begun();
        time.advance(Duration.ofSeconds(20));

        assertTrue(now(mine.hold()));
        assertTrue(now(mine.hold()));

        assertEquals(INTERVAL, waiting().untilPoll(time.instant()));
        assertDueIn(PolledLoginLeases.LEASE);
    }

    @Test
    void a_longer_pause_and_its_interval_are_known_to_the_next_node() {
        var mine = begun();

        assertTrue(now(mine.hold(Duration.ofSeconds(10), Duration.ofSeconds(60))));
        time.advance(PolledLoginLeases.LEASE);

        var taken = now(other.claimLeft(1)).get(0).login();
        assertEquals(Duration.ofSeconds(10), taken.pause());
        assertEquals(Duration.ofSeconds(60).minus(PolledLoginLeases.LEASE), taken.untilPoll(time.instant()));
    }

    @Test
    void a_node_prolongs_its_claim_by_a_lease_or_leaves_the_login_after_a_pause() {
        var mine = begun();

        assertTrue(now(mine.prolong()));
        assertDueIn(PolledLoginLeases.LEASE);
        var next = now(one.add("another", login));
        assertTrue(now(next.handOver(Duration.ofSeconds(3))));
        assertDueIn(Duration.ofSeconds(3));
    }

    @Test
    void a_login_that_psc_has_answered_on_another_node_is_left_to_that_one_for_another_lease() {
        var mine = begun();

        assertTrue(now(mine.leaveToOthers()));

        time.advance(PolledLoginLeases.LEASE.minus(MILLI));
        assertEquals(0, left());
        time.advance(MILLI);
        assertTrue(now(other.claimLeft(1)).get(0).login().answered());
    }

    @Test
    void a_node_whose_login_another_one_has_claimed_holds_it_no_more() {
        var mine = begun();
        var theirs = takenOver();

        assertFalse(now(mine.hold()));
        assertFalse(now(mine.hold(INTERVAL, INTERVAL)));
        assertFalse(now(mine.prolong()));
        assertFalse(now(mine.handOver(Duration.ZERO)));
        assertFalse(now(mine.leaveToOthers()));
        assertFalse(theirs.login().answered());
        assertTrue(now(theirs.hold()));
    }

    @Test
    void a_write_that_failed_does_not_keep_the_next_one_from_its_turn() {
        var mine = begun();
        store.failuresBefore = 1;

        assertThrows(CompletionException.class, mine.hold()::join);
        assertTrue(now(mine.hold()));
    }

    @Test
    void so_many_logins_are_claimed_as_a_node_asks_for_and_none_that_it_cannot_read() {
        begun();
        now(one.add("second", login));
        var due = EntryContent.of(unreadable(), LIFE);
        store.write("third", SessionStore.ABSENT, due.due(access().kind("login"), Duration.ZERO));
        store.write("fourth", SessionStore.ABSENT, due.due("another", Duration.ZERO));
        time.advance(PolledLoginLeases.LEASE);

        assertEquals(0, now(other.claimLeft(1)).size(), "the one that has waited for longest cannot be read");
        var claimed = now(other.claimLeft(10));
        assertEquals(
                List.of(one.key("login"), one.key("second")),
                claimed.stream().map(Claim::key).toList());
        var added = login.polledAgainAt(begin.plus(INTERVAL));
        assertEquals(List.of(added, added), claimed.stream().map(Claim::login).toList());
        assertEquals(0, left());
        time.advance(PolledLoginLeases.LEASE);
        assertEquals(2, left());
    }

    @Test
    void a_login_is_known_until_its_outcome_can_be_of_no_use_any_more() {
        begun();

        time.advance(LIFE.plus(PolledLoginLeases.LEASE)
                .plus(PolledLoginLeases.OUTCOME_KEPT)
                .minus(MILLI));
        assertTrue(now(other.find("login")).isPresent());
        time.advance(MILLI);
        assertEquals(Optional.empty(), now(other.find("login")));
    }

    @Test
    void a_login_that_is_past_is_known_as_long_as_its_outcome() {
        time.advance(LIFE.plusSeconds(60));
        begun();

        time.advance(
                PolledLoginLeases.LEASE.plus(PolledLoginLeases.OUTCOME_KEPT).minus(MILLI));
        assertTrue(now(other.find("login")).isPresent());
        time.advance(MILLI);
        assertEquals(Optional.empty(), now(other.find("login")));
    }

    @Test
    void a_login_that_waits_has_no_outcome_and_one_that_has_ended_does_not_wait() {
        var mine = begun();
        assertEquals(Optional.of(mine.login()), now(one.find("login")));
        assertEquals(now(one.find("login")), now(one.findByKey(mine.key())));

        now(mine.finish(REFUSED));

        assertEquals(Optional.of(REFUSED), now(one.find("login")));
        assertEquals(Optional.empty(), now(one.find("another")));
    }

    @Test
    void a_cancelled_login_ends_once_and_its_node_finds_it() {
        var mine = begun();

        assertTrue(now(other.cancel(one.key("login"))));
        assertFalse(now(other.cancel(one.key("login"))));
        assertFalse(now(other.cancel(one.key("another"))));

        assertEquals(Optional.of(Ended.cancelled()), outcome());
        assertFalse(now(mine.hold()));
        assertEquals(Optional.of(Ended.cancelled()), now(mine.finish(GRANTED)));
        time.advance(PolledLoginLeases.OUTCOME_KEPT);
        assertEquals(Optional.empty(), outcome());
    }

    @Test
    void a_login_is_cancelled_although_its_node_writes_at_the_same_time() {
        var mine = begun();
        store.beforeFinish = () -> assertTrue(now(mine.hold()));

        assertTrue(now(other.cancel(one.key("login"))));
        assertEquals(Optional.of(Ended.cancelled()), outcome());
    }

    @Test
    void a_cancellation_comes_through_once_the_store_is_back() {
        begun();
        store.failuresBefore = 3;

        var cancelled = other.cancel(one.key("login"));
        for (var tries = 0; tries < 3; tries++) {
            assertFalse(cancelled.isDone());
            time.advanceToNext(LIFE);
        }

        assertTrue(now(cancelled));
    }

    @Test
    void a_login_of_which_nobody_knows_whether_it_was_added_is_cancelled_where_it_was() {
        store.failuresAfter = 1;

        assertThrows(CompletionException.class, one.add("login", login)::join);

        assertEquals(Optional.of(Ended.cancelled()), outcome());
    }

    @Test
    void a_login_that_the_store_may_add_yet_finds_its_place_taken() {
        store.failuresBefore = 3;

        assertThrows(CompletionException.class, one.add("login", login)::join);
        time.advanceToNext(LIFE);
        time.advanceToNext(LIFE);

        assertEquals(Optional.of(Ended.cancelled()), outcome());
        assertEquals(OptionalLong.empty(), store.putIfAbsent(one.key("login"), new byte[0], LIFE));
    }

    @Test
    void a_login_is_no_longer_cancelled_once_nobody_could_go_on_with_it() {
        store.failuresBefore = Integer.MAX_VALUE;
        var add = one.add("login", login);

        for (var tries = 0; tries < 60; tries++) {
            time.advanceToNext(LIFE);
        }

        assertEquals(0, time.tasks());
        assertThrows(CompletionException.class, add::join);
        // Tries come every ten seconds in the end.
        assertTrue(Duration.between(begin, time.instant()).compareTo(LIFE.plus(PolledLoginLeases.LEASE)) >= 0);
        assertTrue(Duration.between(begin, time.instant())
                        .compareTo(LIFE.plus(PolledLoginLeases.LEASE).plusSeconds(10))
                < 0);
    }
}
