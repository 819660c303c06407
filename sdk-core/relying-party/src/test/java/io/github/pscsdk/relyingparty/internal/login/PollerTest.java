package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints.PollAnswer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {
    private static final PollAnswer PENDING = new PollAnswer.Pending();
    private static final PollAnswer SLOW_DOWN = new PollAnswer.SlowDown();
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
    private final Scheduler timers = Scheduler.of(time, "test");
    private final List<Long> polls = new ArrayList<>();
    private final Deque<PollAnswer> answers = new ArrayDeque<>();
    private final Poller poller = poller(this::answer);

    private Poller poller(Supplier<CompletableFuture<PollAnswer>> endpoint) {
        var deadline = time.instant().plusSeconds(120);
        return new Poller(endpoint, (interval, pause) -> {}, Duration.ofSeconds(5), deadline, timers, time);
    }

    private void next() {
        time.advanceToNext(Duration.ofHours(1));
    }

    private void toTheEnd() {
        while (time.tasks() > 0) {
            next();
        }
    }

    /** Notes the second of each poll. The last answer repeats. */
    private CompletableFuture<PollAnswer> answer() {
        polls.add(timers.elapsed().toSeconds());
        return CompletableFuture.completedFuture(answers.size() > 1 ? answers.remove() : answers.element());
    }

    private static PollAnswer outage(Integer retryAfter) {
        return new PollAnswer.Outage(
                new PscException(LoginProblem.PSC_UNAVAILABLE, "test"),
                Optional.ofNullable(retryAfter).map(Duration::ofSeconds));
    }

    private LoginProblem failureOf(CompletableFuture<TokenAnswer> outcome) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> Futures.await(outcome)).problem();
    }

    @Test
    void first_asks_after_one_interval() throws Exception {
        answers.add(GRANTED);

        var outcome = poller.start();
        toTheEnd();

        assertSame(TOKENS, Futures.await(outcome));
        assertEquals(List.of(5L), polls);
    }

    @Test
    void asks_once_per_interval_while_nobody_answers() {
        answers.addAll(List.of(PENDING, PENDING, PENDING, GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 10L, 15L, 20L), polls);
    }

    @Test
    void waits_five_seconds_more_from_each_slow_down_on() {
        answers.addAll(List.of(SLOW_DOWN, PENDING, SLOW_DOWN, PENDING, GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 15L, 25L, 40L, 55L), polls);
    }

    @Test
    void stops_at_the_first_terminal_error() {
        answers.add(new PollAnswer.Failed(new PscException(LoginProblem.REFUSED, "test")));

        var outcome = poller.start();
        toTheEnd();

        assertEquals(LoginProblem.REFUSED, failureOf(outcome));
        assertEquals(List.of(5L), polls);
        assertEquals(0, time.tasks());
    }

    @Test
    void gives_up_when_the_request_has_expired() {
        answers.add(PENDING);

        var outcome = poller.start();
        toTheEnd();

        assertEquals(LoginProblem.NO_ANSWER_IN_TIME, failureOf(outcome));
        assertEquals(24, polls.size());
        assertEquals(120L, polls.get(23), "asks once more just when the request expires");
        assertEquals(Duration.ofSeconds(120), timers.elapsed());
    }

    @Test
    void does_not_ask_after_the_request_has_expired() {
        answers.addAll(List.of(outage(30), outage(30), outage(30), outage(30), GRANTED));

        var outcome = poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 35L, 65L, 95L), polls);
        assertEquals(
                LoginProblem.PSC_UNAVAILABLE, failureOf(outcome), "the outage, not the professional, is the reason");
        assertEquals(Duration.ofSeconds(95), timers.elapsed(), "a caller who waits for two minutes hears of it");
    }

    @Test
    void obeys_retry_after_in_an_outage() {
        answers.addAll(List.of(outage(30), GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 35L), polls);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 3_600, 999_999, Integer.MAX_VALUE})
    void a_longer_retry_after_counts_for_half_a_minute(int retryAfter) {
        answers.addAll(List.of(outage(retryAfter), GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 35L), polls);
    }

    @Test
    void retry_after_never_makes_it_ask_more_often() {
        answers.addAll(List.of(outage(1), outage(0), GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 10L, 15L), polls);
    }

    @Test
    void pauses_twice_as_long_each_time_in_an_outage_without_retry_after() {
        answers.addAll(List.of(outage(null), outage(null), outage(null), outage(null), PENDING, GRANTED));

        poller.start();
        toTheEnd();

        assertEquals(List.of(5L, 10L, 20L, 40L, 70L, 75L), polls);
    }

    @Test
    void an_endpoint_that_throws_ends_the_login() {
        var outcome = poller(() -> CompletableFuture.failedFuture(new IllegalStateException("test")))
                .start();

        toTheEnd();

        assertTrue(outcome.isCompletedExceptionally());
        assertEquals(0, time.tasks());
    }

    @Test
    void asks_no_more_once_cancelled() {
        answers.add(PENDING);
        var outcome = poller.start();
        next();

        poller.cancel();
        toTheEnd();

        assertEquals(List.of(5L), polls);
        assertFalse(outcome.isDone());
    }

    @Test
    void hands_over_tokens_that_arrive_while_it_is_cancelled() {
        var underWay = new CompletableFuture<PollAnswer>();
        var slow = poller(() -> underWay);
        var outcome = slow.start();
        next();

        slow.cancel();
        underWay.complete(GRANTED);

        assertSame(TOKENS, outcome.join(), "so that their session can be ended at PSC");
        assertEquals(0, time.tasks());
    }

    @Test
    void plans_nothing_when_a_poll_under_way_ends_after_cancel() {
        var underWay = new CompletableFuture<PollAnswer>();
        var slow = poller(() -> underWay);
        slow.start();
        next();

        slow.cancel();
        underWay.complete(PENDING);

        assertEquals(0, time.tasks());
    }
}
