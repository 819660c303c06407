package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint.PollAnswer;
import io.github.pscsdk.relyingparty.internal.login.LoginClaims.Claim;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One back-channel login for which this process polls: until it ends, or, where nodes share it, until another node has claimed it. Then it is left alone, and whoever waits here learns from the
 * store how it ends.
 */
final class PolledLogin {
    private static final Logger log = LoggerFactory.getLogger(PolledLogin.class);

    /** How long what PSC began to answer by the deadline may still become an outcome. */
    private static final Duration GRACE = Duration.ofMillis(750);

    private final StoredLogin login;
    private final Optional<Claim> claim;
    private final boolean taken;
    private final TokenEndpoint tokens;
    private final FollowedLogins followed;
    private final Poller poller;
    private final PendingLogin pending;
    private volatile boolean left;

    /**
     * A login that PSC has accepted.
     *
     * @param claim of this node; empty where the login is in this process alone
     * @param taken whether another node polled for it before
     */
    PolledLogin(
            String id,
            StoredLogin login,
            Optional<Claim> claim,
            boolean taken,
            TokenEndpoint tokens,
            FollowedLogins followed,
            Scheduler scheduler,
            Clock clock) {
        this.login = login;
        this.claim = claim;
        this.taken = taken;
        this.tokens = tokens;
        this.followed = followed;
        this.poller = new Poller(this::poll, login.pause(), login.end(), scheduler, clock);
        this.pending = new PendingLogin(id, login.end(), poller::cancel);
        endAtDeadline(scheduler, clock);
    }

    PendingLogin pending() {
        return pending;
    }

    /** @param completion makes a session of what PSC grants */
    void start(LoginCompletion completion) {
        pending.outcome().whenComplete((session, failure) -> {
            if (!left) {
                tellOthers(failure == null ? StoredOutcome.of(session) : StoredOutcome.of(failure));
            }
        });
        completion.complete(taken ? poller.goOn() : poller.start(), login.expected(), pending.outcome());
    }

    private void endAtDeadline(Scheduler scheduler, Clock clock) {
        var rest = Duration.between(clock.instant(), login.end());
        var forget = scheduler.after(rest.isNegative() ? GRACE : rest.plus(GRACE), this::end);
        pending.outcome().whenComplete((session, failure) -> forget.run());
    }

    /** Without an outcome by now something is under way: else the last poll's answer would be it. */
    private void end() {
        if (!left
                && pending.outcome()
                        .completeExceptionally(new PscException(
                                LoginProblem.PSC_UNAVAILABLE,
                                "Pro Santé Connect had not finished an answer at the deadline"))) {
            poller.cancel();
        }
    }

    private CompletableFuture<PollAnswer> poll() {
        return claim.map(held -> held.hold().thenCompose(this::pollIf).exceptionally(PolledLogin::ofStore))
                .orElseGet(() -> tokens.poll(login.authReqId()));
    }

    private CompletableFuture<PollAnswer> pollIf(boolean held) {
        if (!held) {
            follow();
            // Nobody takes this poll's answer any more.
            return CompletableFuture.completedFuture(new PollAnswer.Pending());
        }
        var answer = tokens.poll(login.authReqId());
        return taken ? answer.thenApply(PolledLogin::ofTaken) : answer;
    }

    private static PollAnswer ofStore(Throwable failure) {
        var cause = Futures.causeOf(failure);
        return new PollAnswer.Outage(
                cause instanceof StoreException store
                        ? store.asPscException()
                        : new PscException(LoginProblem.PSC_ANSWER_INVALID, "a poll failed unexpectedly", failure),
                Optional.empty());
    }

    /** What PSC takes no more has ended on the node that polled before, and stopped before it could say so. */
    private static PollAnswer ofTaken(PollAnswer answer) {
        return answer instanceof PollAnswer.Failed failed && failed.problem().problem() == LoginProblem.GRANT_REJECTED
                ? new PollAnswer.Failed(
                        new PscException(LoginProblem.INTERRUPTED, "a node stopped after PSC had answered it"))
                : answer;
    }

    private void follow() {
        left = true;
        poller.cancel();
        followed.follow(claim.orElseThrow().key(), pending);
    }

    private void tellOthers(StoredOutcome outcome) {
        claim.ifPresent(held -> held.finish(outcome).exceptionally(failure -> {
            log.warn("{}: other nodes do not learn how it ended: {}", login, Futures.describe(failure));
            return false;
        }));
    }

    /** Asks no more here. Other nodes go on at once, after the answer to the poll under way; without them the login is cancelled. */
    CompletableFuture<?> leave() {
        if (claim.isEmpty()) {
            pending.cancel();
            return CompletableFuture.completedFuture(null);
        }
        return poller.stop().thenCompose(answered -> {
            if (poller.hasOutcome()) {
                return pending.outcome().handle((session, failure) -> null);
            }
            left = true;
            pending.outcome().cancel(false);
            return claim.get().handOver();
        });
    }
}
