package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints.PollAnswer;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.OutcomeRecipient;
import io.github.pscsdk.relyingparty.internal.login.PolledLoginLeases.Claim;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Waiting;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One back-channel login for which this process polls, until it ends or another node claims it; then whoever waits here
 * follows the store. A session counts once the store has it as the outcome.
 */
final class PolledLogin implements OutcomeRecipient {
    private static final Logger log = LoggerFactory.getLogger(PolledLogin.class);

    /** How long what PSC began to answer by the deadline may still become an outcome. */
    private static final Duration GRACE = Duration.ofMillis(750);

    private static final Duration BETWEEN_SIGNS = PolledLoginLeases.LEASE.dividedBy(2);

    /** The conditions of an outcome, apart from the professional. */
    private enum WaitsFor {
        PSC,
        STORE_BEFORE_POLL,
        STORE_AFTER_GRANT
    }

    private final Waiting login;
    private final Optional<Claim> claim;
    private final boolean taken;
    private final PscEndpoints psc;
    private final RemotelyPolledLogins followed;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Poller poller;
    private final PendingLogin pending;
    private volatile Instant heldAt;
    private volatile boolean left;
    private volatile WaitsFor waitsFor = WaitsFor.PSC;
    private volatile boolean pollLost;
    private volatile boolean over;
    private volatile Runnable cancelSign = () -> {};

    /**
     * @param claim of this node; empty where the login is in this process alone
     * @param taken whether another node polled for it before
     */
    PolledLogin(
            String id,
            Waiting login,
            Optional<Claim> claim,
            boolean taken,
            PscEndpoints psc,
            RemotelyPolledLogins followed,
            StoreAccess access) {
        this.login = login;
        this.claim = claim;
        this.taken = taken;
        this.psc = psc;
        this.followed = followed;
        this.scheduler = access.timers();
        this.clock = access.clock();
        this.heldAt = clock.instant();
        this.poller = new Poller(this::poll, this::pausing, login.pause(), login.end(), scheduler, clock);
        this.pending = new PendingLogin(id, login.end(), waiting -> cancel());
        endAtDeadline();
    }

    PendingLogin pending() {
        return pending;
    }

    void start(LoginCompletion completion) {
        pending.outcome().whenComplete((session, failure) -> {
            var told =
                    left || failure == null ? CompletableFuture.completedFuture(null) : tellOthers(Ended.of(failure));
            told.whenComplete((written, unwritten) -> {
                over = true;
                cancelSign.run();
            });
        });
        claim.filter(Claim::isWatched).ifPresent(this::signLater);
        var granted = taken ? poller.goOn(login.untilPoll(clock.instant())) : poller.start();
        completion.complete(granted, login.expected(), this);
    }

    private void cancel() {
        if (left) {
            followed.cancel(claim.orElseThrow().key(), pending);
        } else if (pending.outcome().cancel(false)) {
            poller.cancel();
        }
    }

    private void endAtDeadline() {
        var rest = Duration.between(clock.instant(), login.end());
        var forget = scheduler.after(rest.isNegative() ? GRACE : rest.plus(GRACE), this::end);
        pending.outcome().whenComplete((session, failure) -> forget.run());
    }

    /** Without an outcome by now something is under way: else the last poll's answer would be it. */
    private void end() {
        if (!left && pending.outcome().completeExceptionally(atDeadline())) {
            poller.cancel();
        }
    }

    private PscException atDeadline() {
        return switch (waitsFor) {
            case PSC ->
                new PscException(
                        LoginProblem.PSC_UNAVAILABLE, "Pro Santé Connect had not finished an answer at the deadline");
            case STORE_BEFORE_POLL ->
                new PscException(LoginProblem.STORE_UNAVAILABLE, "the store had not answered before the last poll");
            case STORE_AFTER_GRANT ->
                new PscException(
                        LoginProblem.INTERRUPTED, "the store had not taken the session of a login at the deadline");
        };
    }

    private CompletableFuture<PollAnswer> poll() {
        heldAt = clock.instant();
        return claim.map(held -> {
                    waitsFor = WaitsFor.STORE_BEFORE_POLL;
                    return held.hold()
                            .thenCompose(isHeld -> pollIf(isHeld, held))
                            .exceptionally(PolledLogin::ofStore);
                })
                .orElseGet(() -> psc.poll(login.authReqId()).thenApply(this::afterLostPoll));
    }

    private CompletableFuture<PollAnswer> pollIf(boolean isHeld, Claim held) {
        if (!isHeld) {
            follow();
            // Nobody takes this poll's answer any more.
            return CompletableFuture.completedFuture(new PollAnswer.Pending());
        }
        waitsFor = WaitsFor.PSC;
        var answer = psc.poll(login.authReqId());
        return taken ? answer.thenApply(told -> ofTaken(told, held)) : answer.thenApply(this::afterLostPoll);
    }

    private static PollAnswer ofStore(Throwable failure) {
        var cause = Futures.causeOf(failure);
        return new PollAnswer.Outage(
                cause instanceof StoreException store
                        ? store.asPscException()
                        : new PscException(LoginProblem.PSC_ANSWER_INVALID, "a poll failed unexpectedly", failure),
                Optional.empty());
    }

    /** A login that PSC takes no more has ended on the node that polled before, which gets some time to say how. */
    private PollAnswer ofTaken(PollAnswer answer, Claim held) {
        if (!isTakenNoMore(answer)) {
            return answer;
        }
        log.info("{}: PSC takes it no more, and the node that polled before has some time to say why", login);
        left = true;
        poller.cancel();
        held.leaveToOthers().exceptionally(failure -> false);
        // Its owner waits elsewhere.
        pending.outcome().cancel(false);
        return new PollAnswer.Pending();
    }

    /** Where a poll has brought no answer, PSC may have granted it: it does so once. */
    private PollAnswer afterLostPoll(PollAnswer answer) {
        pollLost = pollLost || answer instanceof PollAnswer.Outage;
        return pollLost && isTakenNoMore(answer)
                ? new PollAnswer.Failed(new PscException(
                        LoginProblem.INTERRUPTED, "PSC's answer to an earlier poll was lost, and it gives no other"))
                : answer;
    }

    private static boolean isTakenNoMore(PollAnswer answer) {
        return answer instanceof PollAnswer.Failed failed && failed.problem().problem() == LoginProblem.GRANT_REJECTED;
    }

    private void pausing(Duration interval, Duration pause) {
        claim.ifPresent(held -> held.hold(interval, pause).exceptionally(failure -> false));
    }

    /** Until the store has how it ended: this node is there. */
    private void signLater(Claim held) {
        var due = heldAt.plus(BETWEEN_SIGNS);
        var now = clock.instant();
        cancelSign = scheduler.after(now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO, () -> {
            if (!left && !over) {
                if (!clock.instant().isBefore(heldAt.plus(BETWEEN_SIGNS))) {
                    heldAt = clock.instant();
                    held.prolong().thenAccept(this::followUnless).exceptionally(failure -> null);
                }
                signLater(held);
            }
        });
    }

    /** A grant of PSC may still become the outcome. */
    private void followUnless(boolean isHeld) {
        if (!isHeld && !left && !poller.hasOutcome() && !pending.outcome().isDone()) {
            follow();
        }
    }

    private void follow() {
        left = true;
        poller.cancel();
        followed.follow(claim.orElseThrow().key(), pending);
    }

    @Override
    public CompletableFuture<PscSession> outcome() {
        return pending.outcome();
    }

    @Override
    public void answered() {
        waitsFor = WaitsFor.STORE_AFTER_GRANT;
    }

    @Override
    public CompletableFuture<Void> take(PscSession session) {
        var mine = Ended.of(session);
        return claim.map(held -> held.finish(mine).thenAccept(ended -> end(session, ended.orElse(mine))))
                .orElseGet(() -> OutcomeRecipient.super.take(session));
    }

    private void end(PscSession session, Ended outcome) {
        if (outcome.equals(Ended.of(session))) {
            pending.outcome().complete(session);
        } else {
            pending.outcome().completeExceptionally(outcome.failure());
        }
    }

    private CompletableFuture<?> tellOthers(Ended outcome) {
        return claim.map(held -> held.finish(outcome).exceptionally(failure -> {
                    log.warn("{}: other nodes do not learn how it ended: {}", login, Futures.describe(failure));
                    return Optional.empty();
                }))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Asks no more here. Other nodes go on after the poll under way; without them the login is cancelled. */
    CompletableFuture<?> leave() {
        if (claim.isEmpty()) {
            pending.cancel();
            return CompletableFuture.completedFuture(null);
        }
        return poller.stop().thenCompose(stopped -> {
            if (poller.hasOutcome()) {
                return pending.outcome().handle((session, failure) -> null);
            }
            left = true;
            pending.outcome().cancel(false);
            return claim.get().handOver(poller.untilNext());
        });
    }

    /** Ends what is still there after {@link #leave}: nothing here goes on any more. */
    void interrupt() {
        if (poller.hasOutcome()) {
            pending.outcome()
                    .completeExceptionally(new PscException(
                            LoginProblem.INTERRUPTED, "the server half was closed before it had kept the session"));
        } else {
            left = true;
            pending.outcome().cancel(false);
        }
    }
}
