package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints.PollAnswer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** When a poll comes, when none does any more, and what other nodes hear of it. */
class PollPausesTest {
    private static final PollAnswer PENDING = new PollAnswer.Pending();
    private static final PollAnswer SLOW_DOWN = new PollAnswer.SlowDown();
    private static final PollAnswer REFUSED =
            new PollAnswer.Failed(new PscException(LoginProblem.REFUSED, "of a test"));
    private static final TokenAnswer TOKENS = new TokenAnswer(
            "token",
            "Bearer",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final PollAnswer GRANTED = new PollAnswer.Tokens(TOKENS);

    private final VirtualClock time = VirtualClock.standing();
    private final Instant begin = time.instant();
    private final Scheduler timers = Scheduler.of(time, "poll-pauses");
    private final List<Long> polls = new CopyOnWriteArrayList<>();
    private final List<String> pauses = new ArrayList<>();
    private final Deque<PollAnswer> answers = new ArrayDeque<>();

    private Poller poller(Duration interval, Duration life) {
        return poller(interval, life, timers);
    }

    private Poller poller(Duration interval, Duration life, Scheduler scheduler) {
        return new Poller(
                this::answer,
                (asked, pause) -> pauses.add(asked.toSeconds() + " " + pause.toSeconds()),
                interval,
                time.instant().plus(life),
                scheduler,
                time);
    }

    private Poller usual() {
        return poller(Duration.ofSeconds(5), Duration.ofSeconds(120));
    }

    /** Notes the millisecond of each poll. The last answer repeats. */
    private CompletableFuture<PollAnswer> answer() {
        polls.add(elapsed().toMillis());
        return CompletableFuture.completedFuture(answers.size() > 1 ? answers.remove() : answers.element());
    }

    private Duration elapsed() {
        return Duration.between(begin, time.instant());
    }

    private boolean next() {
        return time.advanceToNext(Duration.ofDays(1));
    }

    private void toTheEnd() {
        while (next()) {
            // A poll after the other.
        }
    }

    /** Holds tasks until a test runs them; no task is cancelled in time. */
    private static final class LateTimers implements Scheduler {
        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();

        @Override
        public Runnable after(Duration delay, Runnable task) {
            tasks.add(task);
            delays.add(delay);
            return () -> {};
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }

    private static PollAnswer outage(Integer retryAfter) {
        return new PollAnswer.Outage(
                new PscException(LoginProblem.PSC_UNAVAILABLE, "of a test"),
                Optional.ofNullable(retryAfter).map(Duration::ofSeconds));
    }

    private static LoginProblem problemOf(CompletableFuture<TokenAnswer> outcome) {
        assertTrue(outcome.isDone(), "the login has ended");
        var failure = assertThrows(CompletionException.class, outcome::join);
        return (LoginProblem) ((PscException) failure.getCause()).problem();
    }

    @Test
    void outages_are_forgotten_once_psc_has_answered() {
        answers.addAll(List.of(
                outage(null), outage(null), PENDING, outage(null), SLOW_DOWN, outage(null), outage(null), GRANTED));

        usual().start();
        toTheEnd();

        assertEquals(List.of(5_000L, 10_000L, 20_000L, 25_000L, 30_000L, 40_000L, 50_000L, 70_000L), polls);
    }

    @Test
    void pauses_of_a_long_outage_neither_double_for_ever_nor_fall_back() {
        for (var i = 0; i < 70; i++) {
            answers.add(outage(null));
        }
        answers.add(GRANTED);

        poller(Duration.ofMillis(100), Duration.ofHours(1)).start();
        toTheEnd();

        var last = polls.size() - 1;
        assertEquals(List.of(100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 9_600L), polls.subList(0, 8));
        assertEquals(3_200L, polls.get(last) - polls.get(last - 1));
    }

    @Test
    void a_long_interval_is_kept_in_an_outage() {
        answers.addAll(List.of(outage(null), outage(10), GRANTED));

        poller(Duration.ofSeconds(40), Duration.ofHours(1)).start();
        toTheEnd();

        assertEquals(List.of(40_000L, 80_000L, 120_000L), polls);
    }

    @Test
    void other_nodes_hear_of_each_pause_that_is_longer_and_of_none_beyond_the_deadline() {
        answers.addAll(
                List.of(PENDING, outage(20), SLOW_DOWN, outage(null), outage(30), outage(30), outage(30), GRANTED));

        usual().start();
        toTheEnd();

        assertEquals(List.of("5 20", "10 10", "10 10", "10 30", "10 30", "10 10"), pauses);
    }

    @Test
    void the_next_poll_is_told_and_never_after_the_deadline() {
        answers.addAll(List.of(PENDING, outage(30), outage(30), outage(30), outage(30), GRANTED));
        var poller = usual();

        assertEquals(Duration.ZERO, poller.untilNext());
        poller.start();
        assertEquals(Duration.ofSeconds(5), poller.untilNext());
        time.advance(Duration.ofSeconds(2));
        assertEquals(Duration.ofSeconds(3), poller.untilNext());

        time.advance(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(5), poller.untilNext());
        time.advance(Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(30), poller.untilNext());
        time.advance(Duration.ofSeconds(90));
        assertTrue(poller.hasOutcome(), "nothing comes before the deadline");
    }

    @Test
    void a_poll_that_is_late_is_not_told_to_come_before_now() {
        var poller = poller(Duration.ofSeconds(5), Duration.ofSeconds(120), new LateTimers());
        poller.start();

        time.advance(Duration.ofSeconds(5));
        assertEquals(Duration.ZERO, poller.untilNext());
        time.advance(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, poller.untilNext());
    }

    @Test
    void a_login_that_somebody_else_polled_before_is_polled_at_once() {
        answers.addAll(List.of(PENDING, GRANTED));
        var timers = new LateTimers();
        var poller = poller(Duration.ofSeconds(5), Duration.ofSeconds(120), timers);

        var outcome = poller.goOn(Duration.ZERO);
        assertEquals(List.of(Duration.ZERO), timers.delays);
        timers.tasks.get(0).run();
        assertEquals(List.of(Duration.ZERO, Duration.ofSeconds(5)), timers.delays);
        assertFalse(poller.hasOutcome());
        timers.tasks.get(1).run();

        assertSame(TOKENS, outcome.getNow(null));
        assertTrue(poller.hasOutcome());
    }

    @Test
    void the_last_poll_may_come_just_at_the_deadline_and_none_after_it() {
        answers.add(PENDING);

        var outcome = poller(Duration.ofSeconds(5), Duration.ofSeconds(10)).start();
        toTheEnd();

        Await.until("the login has ended", outcome::isDone);
        assertEquals(List.of(5_000L, 10_000L), polls);
        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, problemOf(outcome));
    }

    @Test
    void a_login_that_would_be_polled_after_its_deadline_ends_unanswered_without_a_poll() {
        answers.add(GRANTED);

        var outcome = poller(Duration.ofSeconds(5), Duration.ofMillis(4_999)).start();
        toTheEnd();

        assertEquals(List.of(), polls);
        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, problemOf(outcome));
        assertEquals(Duration.ofMillis(4_999), elapsed());
    }

    @Test
    void a_refusal_ends_the_login_and_its_polls() {
        answers.add(REFUSED);

        var outcome = usual().start();
        toTheEnd();

        assertEquals(LoginProblem.REFUSED, problemOf(outcome));
        assertEquals(List.of(5_000L), polls);
    }

    @Test
    void a_poll_that_fails_ends_the_login() {
        var poller = new Poller(
                () -> CompletableFuture.failedFuture(new PscException(LoginProblem.PSC_ANSWER_INVALID, "of a test")),
                (interval, pause) -> {},
                Duration.ofSeconds(5),
                time.instant().plusSeconds(120),
                timers,
                time);

        var outcome = poller.start();
        toTheEnd();

        assertTrue(outcome.isCompletedExceptionally());
        assertEquals(0, time.tasks());
    }

    @Test
    void a_cancelled_login_leaves_nothing_planned() {
        answers.add(GRANTED);
        var poller = usual();
        var outcome = poller.start();

        poller.cancel();

        assertEquals(0, time.tasks());
        assertFalse(outcome.isDone());
        assertEquals(List.of(), polls);
    }

    @Test
    void a_login_that_is_cancelled_before_it_begins_is_not_polled() {
        answers.add(GRANTED);
        var poller = usual();

        poller.cancel();
        poller.start();

        assertEquals(0, time.tasks());
    }

    @Test
    void a_poll_that_is_due_as_the_login_is_cancelled_is_not_sent() {
        answers.add(GRANTED);
        var late = new LateTimers();
        var poller = poller(Duration.ofSeconds(5), Duration.ofSeconds(120), late);
        poller.start();

        poller.cancel();
        late.tasks.forEach(Runnable::run);

        assertEquals(List.of(), polls);
    }

    @Test
    void who_stops_a_login_waits_for_the_poll_under_way_and_no_other_comes() {
        var underWay = new CompletableFuture<PollAnswer>();
        var poller = new Poller(
                () -> underWay,
                (interval, pause) -> {},
                Duration.ofSeconds(5),
                time.instant().plusSeconds(120),
                timers,
                time);
        var outcome = poller.start();
        next();

        var stopped = poller.stop();
        assertFalse(stopped.isDone());
        underWay.complete(GRANTED);

        assertTrue(stopped.isDone());
        assertSame(TOKENS, outcome.getNow(null));
    }

    @Test
    void who_stops_a_login_between_two_polls_waits_for_nothing() {
        answers.add(PENDING);
        var poller = usual();
        poller.start();
        next();

        assertTrue(poller.stop().isDone());
        assertEquals(0, time.tasks());
    }
}
