package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints.PollAnswer;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Polls for one login until it ends: tokens, a terminal error, or the deadline. Each step schedules the next, so
 * nothing needs a lock.
 */
public final class Poller {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final Supplier<CompletableFuture<PollAnswer>> endpoint;
    private final BiConsumer<Duration, Duration> pauses;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Instant deadline;
    private final CompletableFuture<TokenAnswer> outcome = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);
    private volatile Runnable cancelNext = () -> {};
    private volatile Instant next;
    private volatile Duration interval;
    private volatile int outages;

    /**
     * @param pauses hears of a pause that is longer than the last, after the interval that PSC wants between two polls
     *     as far as is known now
     * @param interval from PSC: at least so long between two polls
     * @param deadline when PSC forgets the request
     */
    public Poller(
            Supplier<CompletableFuture<PollAnswer>> endpoint,
            BiConsumer<Duration, Duration> pauses,
            Duration interval,
            Instant deadline,
            Scheduler scheduler,
            Clock clock) {
        this.endpoint = endpoint;
        this.pauses = pauses;
        this.interval = interval;
        this.deadline = deadline;
        this.scheduler = scheduler;
        this.clock = clock;
        this.next = clock.instant();
    }

    /** Begins; the first poll comes after one interval. Completes with the tokens, or with a {@link PscException}. */
    public CompletableFuture<TokenAnswer> start() {
        pollAfter(interval, unanswered());
        return outcome;
    }

    /** The same for what another node polled before: the first poll comes after what is left of its pause. */
    public CompletableFuture<TokenAnswer> goOn(Duration left) {
        pollAfter(Collections.min(List.of(left, LONGEST_PAUSE)), unanswered());
        return outcome;
    }

    /** Begins no further poll; complete once the poll under way was answered. */
    public CompletableFuture<Void> stop() {
        cancel();
        return underWay.handle((answered, failure) -> null);
    }

    /** Stops. A poll under way may still bring the tokens, so that their session can be ended at PSC. */
    public void cancel() {
        cancelled = true;
        cancelNext.run();
    }

    boolean hasOutcome() {
        return outcome.isDone();
    }

    Duration untilNext() {
        return until(next);
    }

    private Duration until(Instant then) {
        var now = clock.instant();
        return now.isBefore(then) ? Duration.between(now, then) : Duration.ZERO;
    }

    private void pollAfter(Duration wait, PscException otherwise) {
        var left = until(deadline);
        next = clock.instant().plus(Collections.min(List.of(wait, left)));
        if (wait.compareTo(left) <= 0) {
            schedule(wait, this::poll);
        } else {
            schedule(left, () -> outcome.completeExceptionally(otherwise));
        }
    }

    private void schedule(Duration wait, Runnable next) {
        cancelNext = scheduler.after(wait, next);
        if (cancelled) {
            cancelNext.run();
        }
    }

    private void poll() {
        if (!cancelled) {
            underWay = endpoint.get().thenAccept(this::take).exceptionally(failure -> {
                outcome.completeExceptionally(failure);
                return null;
            });
        }
    }

    private void take(PollAnswer answer) {
        if (answer instanceof PollAnswer.Tokens granted) {
            outcome.complete(granted.tokens());
        } else if (answer instanceof PollAnswer.Failed failed) {
            outcome.completeExceptionally(failed.problem());
        } else if (answer instanceof PollAnswer.Outage outage) {
            var pause = pauseFor(outage);
            outages++;
            longer(pause);
            if (pause.compareTo(until(deadline)) > 0) {
                // A caller who gives up at the deadline could not hear then that PSC was away.
                outcome.completeExceptionally(outage.problem());
            } else {
                pollAfter(pause, outage.problem());
            }
        } else {
            outages = 0;
            if (answer instanceof PollAnswer.SlowDown) {
                interval = interval.plus(PscProfile.SLOW_DOWN_STEP);
                longer(interval);
            }
            pollAfter(interval, unanswered());
        }
    }

    private void longer(Duration pause) {
        pauses.accept(interval, Collections.min(List.of(pause, until(deadline))));
    }

    /**
     * Without {@code Retry-After} each pause doubles; with it, no server makes us ask too often or let a login pass.
     */
    private Duration pauseFor(PollAnswer.Outage outage) {
        var doubled = interval.multipliedBy(1L << Math.min(outages, MAX_DOUBLINGS));
        var pause = Collections.min(List.of(outage.retryAfter().orElse(doubled), LONGEST_PAUSE));
        return Collections.max(List.of(pause, interval));
    }

    private static PscException unanswered() {
        return new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the professional did not answer in time");
    }
}
