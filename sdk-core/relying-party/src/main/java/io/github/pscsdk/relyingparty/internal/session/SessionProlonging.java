package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.Sessions.Active;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolongs the sessions at PSC of active professionals (RFC 6749, section 6): each activity starts a refresh that is
 * due and does not wait for it, a few at once. No timer: inactive sessions have to end.
 */
public final class SessionProlonging {
    private static final Logger log = LoggerFactory.getLogger(SessionProlonging.class);

    /** A third of the refresh token's life after it was given. */
    private static final Duration DUE_BEFORE_END =
            PscProfile.REFRESH_TOKEN_LIFETIME.dividedBy(3).multipliedBy(2);

    /** Between two attempts for one session, whatever PSC answers. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 6;

    /** Beyond so many sessions, past ones are forgotten, once a minute at most. */
    private static final int MANY = 10_000;

    private final Function<PscSession, CompletableFuture<?>> refresh;
    private final Clock clock;
    /** Until when nothing is due, so that most activities read no tokens. */
    private final ConcurrentMap<SessionId, Instant> notBefore = new ConcurrentHashMap<>();

    private final Queue<Due> due = new ArrayDeque<>();
    private int underWay;

    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    private record Due(PscSession session, Instant since) {}

    public SessionProlonging(Function<PscSession, CompletableFuture<?>> refresh, Clock clock) {
        this.refresh = refresh;
        this.clock = clock;
    }

    public void activityOf(Active active) {
        var now = clock.instant();
        if (isTimeToLook(active.session().id(), now)) {
            active.tokens()
                    .refreshTokenUntil()
                    .ifPresent(end -> prolongWhereDue(active.session(), Instant.ofEpochSecond(end), now));
        }
    }

    private void prolongWhereDue(PscSession session, Instant end, Instant now) {
        // With a refresh token that lives as long as the session there is nothing left to prolong.
        var lastsAsLong = !end.plus(PAUSE).isBefore(session.expiresAt());
        var dueAt = lastsAsLong ? session.expiresAt() : end.minus(DUE_BEFORE_END);
        if (now.isBefore(dueAt)) {
            notBefore.put(session.id(), dueAt);
        } else {
            synchronized (due) {
                due.add(new Due(session, now));
            }
            beginNext();
        }
    }

    /** Of the many threads on which a session is active, one looks. */
    private boolean isTimeToLook(SessionId id, Instant now) {
        sweepWhenDue(now);
        var next = now.plus(PAUSE);
        var chosen = notBefore.merge(id, next, (known, mine) -> now.isBefore(known) ? known : mine);
        return chosen == next;
    }

    private void sweepWhenDue(Instant now) {
        var due = nextSweep.get();
        if (!now.isBefore(due) && notBefore.size() > MANY && nextSweep.compareAndSet(due, now.plus(PAUSE))) {
            notBefore.values().removeIf(now::isAfter);
        }
    }

    int remembered() {
        return notBefore.size();
    }

    private void beginNext() {
        for (var next = taken(); next.isPresent(); next = taken()) {
            var begun = refresh.apply(next.get());
            // A refresh that is over at once does not begin the next from within.
            if (begun.isDone()) {
                ended(begun);
            } else {
                begun.whenComplete((tokens, failure) -> {
                    ended(begun);
                    beginNext();
                });
            }
        }
    }

    /**
     * The next in line, if there is room. A session that has waited for longer than a pause is left to its next
     * activity.
     */
    private Optional<PscSession> taken() {
        synchronized (due) {
            var eldest = clock.instant().minus(PAUSE);
            while (!due.isEmpty() && due.peek().since.isBefore(eldest)) {
                due.poll();
            }
            if (due.isEmpty() || underWay == AT_ONCE) {
                return Optional.empty();
            }
            underWay++;
            return Optional.of(due.poll().session);
        }
    }

    private void ended(CompletableFuture<?> begun) {
        synchronized (due) {
            underWay--;
        }
        begun.whenComplete((tokens, failure) -> {
            if (failure != null) {
                log.info("a session at PSC was not prolonged: {}", Futures.describe(failure));
            }
        });
    }
}
