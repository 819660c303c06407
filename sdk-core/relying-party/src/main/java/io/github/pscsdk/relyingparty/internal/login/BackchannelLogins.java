package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.json.BackchannelAnswer;
import io.github.pscsdk.relyingparty.internal.login.PolledLoginLeases.Claim;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Waiting;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.internal.PeriodicTaskLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The back-channel way in (CIBA Core 1.0, poll mode): logins for which this process polls, and, where nodes share them,
 * those of the others.
 */
public final class BackchannelLogins implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BackchannelLogins.class);

    // A bound on what PSC may ask of us: 120 s were seen.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TAKEOVERS = Duration.ofSeconds(1);
    private static final int MOST_TAKEN_AT_ONCE = 50;

    private final PeriodicTaskLog takeoverLog = new PeriodicTaskLog(log, "looking for logins that a node has left");
    private final PscEndpoints psc;
    private final LoginCompletion completion;
    private final PolledLoginLeases claims;
    private final RemotelyPolledLogins followed;
    private final StoreAccess access;
    private final Duration longestClose;
    private final Events events;
    private final Set<PolledLogin> polled = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public BackchannelLogins(
            PscEndpoints psc,
            LoginCompletion completion,
            Sessions sessions,
            StoreAccess access,
            Duration longestClose,
            Events events) {
        this.psc = psc;
        this.completion = completion;
        this.claims = new PolledLoginLeases(access);
        this.followed = new RemotelyPolledLogins(claims, sessions, access);
        this.access = access;
        this.longestClose = longestClose;
        this.events = events;
        if (!access.store().isInProcess()) {
            takeOverLater(BETWEEN_TAKEOVERS, true);
        }
    }

    /**
     * Asks PSC; the result is there when PSC has accepted, and then waits for the professional.
     *
     * @param isShared whether other nodes go on with it where this one stops
     */
    public CompletableFuture<PendingLogin> begin(BackchannelRequest request, BindingMessage message, boolean isShared) {
        var attempt = Secrets.attempt();
        var asked = Optional.of(request.channel());
        var outcome = new CompletableFuture<PscSession>();
        log.info("login {}: asking on {}", attempt, request.channel().name());
        events.loginBegun(WayIn.BACKCHANNEL, asked);
        events.login(WayIn.BACKCHANNEL, asked, access.clock().instant(), outcome, access.clock());
        return psc.begin(request, message)
                .thenCompose(answer -> await(stored(answer, attempt, request), isShared))
                .whenComplete((login, failure) -> {
                    if (failure != null) {
                        log.warn("login {}: {}", attempt, Futures.describe(failure));
                        outcome.completeExceptionally(failure);
                    } else {
                        Futures.follow(login.outcome(), outcome);
                    }
                });
    }

    private Waiting stored(BackchannelAnswer answer, String attempt, BackchannelRequest request) {
        var wait = Duration.ofSeconds(Math.min(answer.expiresIn(), LONGEST_WAIT.toSeconds()));
        return new Waiting(
                attempt,
                answer.authReqId(),
                request.nationalId().value(),
                interval(answer, wait),
                access.clock().instant().plus(wait));
    }

    private CompletableFuture<PendingLogin> await(Waiting login, boolean isShared) {
        var id = Secrets.draw();
        return isShared
                ? claims.add(id, login).thenApply(claim -> poll(id, login, Optional.of(claim), false))
                : CompletableFuture.completedFuture(poll(id, login, Optional.empty(), false));
    }

    private PendingLogin poll(String id, Waiting login, Optional<Claim> claim, boolean taken) {
        var polling = new PolledLogin(id, login, claim, taken, psc, followed, access);
        polled.add(polling);
        polling.pending().outcome().whenComplete((session, failure) -> polled.remove(polling));
        polling.start(completion);
        if (closed) {
            polling.leave();
        }
        return polling.pending();
    }

    private void takeOverLater(Duration pause, boolean isSettled) {
        if (!closed) {
            access.timers().after(pause, () -> takeOver(isSettled));
        }
    }

    /**
     * After a store was away, or too slow for a lease, its nodes get a lease to show that they are there. It is first
     * asked for nothing: a call that waits until the store is back would claim what nobody could renew meanwhile.
     *
     * @param isSettled whether the store has answered for long enough
     */
    private void takeOver(boolean isSettled) {
        var begun = access.timers().elapsed();
        claims.claimLeft(0)
                .thenCompose(none -> isSettled && isQuickSince(begun)
                        ? claims.claimLeft(MOST_TAKEN_AT_ONCE)
                        : CompletableFuture.completedFuture(List.<Claim>of()))
                .thenAccept(left -> left.forEach(this::goOn))
                .whenComplete((taken, failure) -> {
                    takeoverLog.done(failure);
                    var isWell = failure == null && isQuickSince(begun);
                    takeOverLater(isWell && !isSettled ? PolledLoginLeases.LEASE : BETWEEN_TAKEOVERS, isWell);
                });
    }

    /** A lease of which half was left when the store went, since the last look or during this one, is still one. */
    private boolean isQuickSince(Duration begun) {
        var longest = PolledLoginLeases.LEASE.dividedBy(2).minus(BETWEEN_TAKEOVERS);
        return access.timers().elapsed().minus(begun).compareTo(longest) < 0;
    }

    private void goOn(Claim claim) {
        if (claim.login().answered()) {
            log.warn("{}: PSC has answered a node that has not said how", claim.login());
            // Where that fails, somebody claims it again.
            claim.finish(Ended.interrupted()).exceptionally(failure -> Optional.empty());
        } else {
            log.info("{}: taken over from a node that left it", claim.login());
            poll(Secrets.draw(), claim.login(), Optional.of(claim), true);
        }
    }

    /**
     * A login that any node began.
     *
     * @return fails with {@code LOGIN_NOT_WAITING} if none of that id waits, or has ended within the last minutes
     */
    public CompletableFuture<PendingLogin> find(String id) {
        var here = polled.stream()
                .map(PolledLogin::pending)
                .filter(login -> login.id().equals(id))
                .findFirst();
        if (here.isPresent()) {
            return CompletableFuture.completedFuture(here.get());
        }
        return claims.find(id)
                .thenCompose(known -> known.map(login -> CompletableFuture.completedFuture(followed(id, login)))
                        .orElseGet(BackchannelLogins::notWaiting));
    }

    private PendingLogin followed(String id, StoredLogin known) {
        var deadline = known instanceof Waiting waiting
                ? waiting.end()
                : access.clock().instant();
        var key = claims.key(id);
        var login = new PendingLogin(id, deadline, waiting -> followed.cancel(key, waiting));
        followed.follow(key, login);
        return login;
    }

    private static CompletableFuture<PendingLogin> notWaiting() {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.LOGIN_NOT_WAITING, "no such login waits"));
    }

    /** As PSC asks; where that is longer than the wait, the one poll comes a second before its end. */
    static Duration interval(BackchannelAnswer answer, Duration wait) {
        var asked = answer.interval().map(Duration::ofSeconds).orElse(PscProfile.DEFAULT_POLL_INTERVAL);
        var longest = wait.minusSeconds(1);
        var pause = asked.compareTo(longest) > 0 ? longest : asked;
        return pause.toSeconds() < 1 ? Duration.ofSeconds(1) : pause;
    }

    /**
     * Cancels what waits; leaves the rest to other nodes, once the polls under way were answered. Some seconds at most.
     */
    @Override
    public void close() {
        // First: a login that begins meanwhile sees it, or is seen by the next line.
        closed = true;
        CompletableFuture.allOf(polled.stream().map(PolledLogin::leave).toArray(CompletableFuture[]::new))
                .orTimeout(longestClose.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> null)
                .join();
        polled.forEach(PolledLogin::interrupt);
        followed.close();
    }
}
