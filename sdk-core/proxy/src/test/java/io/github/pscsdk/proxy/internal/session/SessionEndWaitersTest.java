package io.github.pscsdk.proxy.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the sessions are looked at for whose end somebody waits. */
class SessionEndWaitersTest {
    private static final ActiveSession SESSION = new ActiveSession(null, null);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);

    private final Set<SessionId> ended = new HashSet<>();
    private final Map<SessionId, Integer> looks = new HashMap<>();
    private Runnable duringNextLook = () -> {};
    private final VirtualClock clock = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(clock, "sweeps");
    private final SessionEndWaiters ends = new SessionEndWaiters(this::peek, Runnable::run, timers);

    private boolean isSweepDue() {
        return clock.hasTaskWithin(BETWEEN_SWEEPS);
    }

    /** The time of one sweep comes; that of a second one does not. */
    private void sweep() {
        assertTrue(isSweepDue());
        clock.advance(BETWEEN_SWEEPS);
    }

    private CompletableFuture<ActiveSession> peek(SessionId id) {
        looks.merge(id, 1, Integer::sum);
        var first = duringNextLook;
        duringNextLook = () -> {};
        first.run();
        return ended.contains(id)
                ? CompletableFuture.failedFuture(new PscException(LoginProblem.SESSION_ENDED_AT_PSC, "over"))
                : CompletableFuture.completedFuture(SESSION);
    }

    private static List<SessionId> ids(int count) {
        return Stream.generate(SessionId::draw).limit(count).toList();
    }

    @Test
    void one_sweep_looks_once_at_each_session_however_many_wait() {
        var ids = ids(1000);
        var waiting = ids.stream().map(id -> ends.await(id, LONG)).toList();

        sweep();

        assertTrue(isSweepDue());
        assertEquals(Set.of(2), Set.copyOf(looks.values()));
        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
    }

    @Test
    void time_that_passes_while_a_caller_comes_is_not_lost() {
        duringNextLook = () -> clock.advance(LONG);

        assertTrue(ends.await(SessionId.draw(), LONG).isDone());
    }

    @Test
    void whoever_is_told_is_counted_no_more() {
        var waiting = ends.await(SessionId.draw(), BETWEEN_SWEEPS);
        assertEquals(1, ends.count());
        var counted = waiting.thenApply(told -> ends.count());

        sweep();

        assertEquals(0, counted.join());
    }

    @Test
    void a_sweep_tells_whose_session_is_over_and_nobody_else() {
        var ids = ids(3);
        var waiting = ids.stream().map(id -> ends.await(id, LONG)).toList();
        ended.add(ids.get(1));

        sweep();

        assertEquals(
                List.of(false, true, false),
                waiting.stream().map(CompletableFuture::isDone).toList());
        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, problem(waiting.get(1)));
    }

    @Test
    void nothing_is_looked_at_while_nobody_waits() {
        var id = ids(1).get(0);
        ends.await(id, LONG);
        ended.add(id);

        sweep();

        assertFalse(isSweepDue());
        assertEquals(2, looks.get(id));
        ends.await(ids(1).get(0), LONG);
        assertTrue(isSweepDue());
    }

    @Test
    void whoever_has_waited_long_enough_is_answered_by_the_next_sweep() {
        var session = ends.await(ids(1).get(0), Duration.ofNanos(1));
        var other = ends.await(ids(1).get(0), LONG);

        sweep();

        assertSame(SESSION, session.getNow(null));
        assertFalse(other.isDone());
    }

    @Test
    void a_look_that_fails_answers_one_caller_and_no_other() {
        var ids = ids(2);
        var isSweepDue = new AtomicBoolean();
        var failing = new SessionEndWaiters(
                id -> id.equals(ids.get(0)) && isSweepDue.get()
                        ? CompletableFuture.failedFuture(new IllegalStateException("the store is down"))
                        : CompletableFuture.completedFuture(SESSION),
                Runnable::run,
                timers);
        var one = failing.await(ids.get(0), LONG);
        var other = failing.await(ids.get(1), LONG);
        isSweepDue.set(true);

        sweep();

        assertTrue(one.isCompletedExceptionally());
        assertFalse(other.isDone());
    }

    @Test
    void a_store_that_is_away_ends_no_waiting_before_its_time() {
        var away = new SessionEndWaiters(
                id -> CompletableFuture.failedFuture(StoreException.unavailable("away", null)), Runnable::run, timers);
        var waiting = away.await(ids(1).get(0), LONG);
        sweep();
        assertFalse(waiting.isDone());

        var last = away.await(ids(1).get(0), Duration.ZERO);

        assertTrue(last.isCompletedExceptionally());
        away.close();
        assertTrue(waiting.isCompletedExceptionally());
    }

    @Test
    void few_of_many_are_looked_at_at_once() {
        var looks = new ArrayDeque<CompletableFuture<ActiveSession>>();
        var slow = new SessionEndWaiters(
                id -> {
                    looks.add(new CompletableFuture<>());
                    return looks.getLast();
                },
                Runnable::run,
                timers);
        ids(1000).forEach(id -> slow.await(id, LONG));
        looks.forEach(look -> look.complete(SESSION));
        looks.clear();

        sweep();
        var looked = 0;
        while (!looks.isEmpty()) {
            assertTrue(looks.size() <= 32);
            assertFalse(isSweepDue(), "the next sweep begins after this one");
            looks.remove().complete(SESSION);
            looked++;
        }

        assertEquals(1000, looked);
        assertTrue(isSweepDue());
    }

    @Test
    void all_are_answered_when_it_is_closed_though_no_thread_is_left_to_answer() {
        var stopping = new SessionEndWaiters(this::peek, task -> {}, timers);
        var ids = ids(2);
        var waiting = ids.stream().map(id -> stopping.await(id, LONG)).toList();
        ended.add(ids.get(1));

        stopping.close();

        assertSame(SESSION, waiting.get(0).getNow(null));
        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, problem(waiting.get(1)));
    }

    @Test
    void whoever_comes_when_it_is_closed_does_not_wait() {
        var before = ends.await(ids(1).get(0), LONG);

        ends.close();

        assertSame(SESSION, before.getNow(null));
        assertSame(SESSION, ends.await(ids(1).get(0), LONG).getNow(null));
    }

    private static LoginProblem problem(CompletableFuture<ActiveSession> outcome) {
        assertTrue(outcome.isDone());
        var failure = assertThrows(CompletionException.class, outcome::join);
        return (LoginProblem) ((PscException) failure.getCause()).problem();
    }
}
