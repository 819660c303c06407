package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.BrowserSignOut;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.sessionstore.internal.PeriodicTaskLog;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explicit logouts (OpenID Connect RP-Initiated Logout 1.0), server to server and by way of the browser. A session is
 * over here once the store has taken that; its hint is kept until PSC has answered. A store or a PSC that is away is
 * tried again in the background, PSC by some node.
 */
public final class SignOuts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignOuts.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TELLINGS = Duration.ofMinutes(2);
    private static final int MOST_TOLD_AT_ONCE = 20;

    // Of a session that is nowhere in the store.
    private static final Duration LONGEST_FROM_MEMORY = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE_FROM_MEMORY = Duration.ofSeconds(10);

    private final StoreAccess access;
    private final Sessions sessions;
    private final PscEndpoints psc;
    private final String clientId;
    private final int mostInBackground;
    private final Duration longestClose;
    private final PeriodicTaskLog lookLog = new PeriodicTaskLog(log, "telling PSC of logouts that it has not heard of");
    private final String kind;
    private final Set<SessionId> inBackground = ConcurrentHashMap.newKeySet();
    /** Of the sessions that nobody was given: those that are not ended yet, and the tries that are under way. */
    private final AtomicInteger notEnded = new AtomicInteger();

    private final Set<CompletableFuture<?>> tries = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param mostInBackground how many are tried again at once
     * @param longestClose how long {@link #close} waits, by the system's time
     */
    public SignOuts(
            Sessions sessions,
            StoreAccess access,
            PscEndpoints psc,
            String clientId,
            int mostInBackground,
            Duration longestClose) {
        this.access = access;
        this.kind = access.kind("sign-out");
        this.sessions = sessions;
        this.psc = psc;
        this.clientId = clientId;
        this.mostInBackground = mostInBackground;
        this.longestClose = longestClose;
        lookLater();
    }

    /**
     * Ends a session here and at PSC, server to server; or at PSC alone, where it is over here and PSC was not told.
     */
    public CompletableFuture<Void> run(SessionId id) {
        return run(id, hint -> psc.endSession(hint).whenComplete((told, failure) -> wasTold(id, failure)));
    }

    /**
     * Ends a session here, and says where to send the browser. PSC is told in the background unless that is {@linkplain
     * #endedEverywhere known} to the caller.
     *
     * @param returnUri where the browser comes back to, as declared to ANS
     */
    public CompletableFuture<BrowserSignOut> begin(SessionId id, URI returnUri) {
        return run(id, hint -> {
            var state = Secrets.draw();
            var parameters = Form.of("id_token_hint", hint)
                    .with("client_id", clientId)
                    .with("post_logout_redirect_uri", returnUri.toString())
                    .with("state", state);
            return psc.endSessionPage(parameters).thenApply(page -> new BrowserSignOut(page, state));
        });
    }

    private <T> CompletableFuture<T> run(SessionId id, Function<String, CompletableFuture<T>> telling) {
        return access.calls()
                .run(() -> sessions.end(id))
                .whenComplete((hint, failure) -> {
                    if (failure != null && StoreCalls.isAway(failure)) {
                        endLater(id);
                    }
                })
                .thenCompose(hint -> telling.apply(hint).exceptionally(failure -> {
                    throw new CompletionException(hereOnly(failure));
                }));
    }

    /** Nobody may go on with the session: the store is told as soon as it takes that. */
    private void endLater(SessionId id) {
        if (inBackground.size() >= mostInBackground || !inBackground.add(id)) {
            return;
        }
        var since = access.timers().elapsed();
        access.calls()
                .retryLong(
                        () -> access.calls().run(() -> sessions.end(id)),
                        () -> isWithin(PscProfile.SESSION_LIMIT, since))
                .whenComplete((ended, failure) -> {
                    inBackground.remove(id);
                    if (failure == null) {
                        // PSC is told by the next look.
                        log.info("a logout that the session store did not take was written later");
                    } else {
                        log.warn("a logout is not written, its session expires: {}", Futures.describe(failure));
                    }
                });
    }

    private void wasTold(SessionId id, Throwable failure) {
        if (failure == null || !isOutage(failure)) {
            endedEverywhere(id);
        }
    }

    /** PSC has not answered, or not by itself: asking again may help. */
    static boolean isOutage(Throwable failure) {
        return Futures.causeOf(failure) instanceof PscException known
                && known.problem() == LoginProblem.PSC_UNAVAILABLE;
    }

    private static PscException hereOnly(Throwable failure) {
        return new PscException(
                LoginProblem.SIGNED_OUT_HERE_ONLY,
                "the session is over here, not at Pro Santé Connect",
                Futures.causeOf(failure));
    }

    /** PSC was told, or a caller knows where to send the browser. */
    public void endedEverywhere(SessionId id) {
        access.calls()
                .run(() -> {
                    sessions.endedEverywhere(id);
                    return null;
                })
                .exceptionally(failure -> {
                    log.warn("PSC may be told of a logout once more: {}", Futures.describe(failure));
                    return null;
                });
    }

    /**
     * Ends a session at PSC that nobody was given here, in the background: later by any node, where PSC is away; for
     * five minutes from here, where the store is away, too.
     */
    public void endAtPsc(String hint) {
        var name = SessionId.draw(clientId);
        var since = access.timers().elapsed();
        var ended = access.calls()
                .retryLong(
                        () -> tried(endedOrKept(name, hint)),
                        () -> notEnded.get() <= mostInBackground && isWithin(LONGEST_FROM_MEMORY, since),
                        FIRST_PAUSE_FROM_MEMORY,
                        LONGEST_FROM_MEMORY);
        notEnded.incrementAndGet();
        ended.whenComplete((done, failure) -> {
            notEnded.decrementAndGet();
            if (failure != null) {
                log.warn("a session at PSC was not ended: {}", Futures.describe(failure));
            }
        });
    }

    private CompletableFuture<Void> tried(CompletableFuture<Void> ending) {
        tries.add(ending);
        return ending.whenComplete((done, failure) -> tries.remove(ending));
    }

    /** Fails as PSC does if it takes no such hint, or as the store does if both are away. */
    private CompletableFuture<Void> endedOrKept(SessionId name, String hint) {
        return CallingThread.withheld(() -> psc.endSession(hint))
                .exceptionallyCompose(failure -> isOutage(failure)
                        ? access.calls().run(() -> {
                            sessions.tellPscLater(name, hint);
                            return null;
                        })
                        : CompletableFuture.failedFuture(failure));
    }

    private boolean isWithin(Duration limit, Duration since) {
        return access.timers().elapsed().minus(since).compareTo(limit) < 0;
    }

    private void lookLater() {
        if (!closed) {
            access.timers().after(BETWEEN_LOOKS, this::look);
        }
    }

    /** Tells PSC of {@linkplain Sessions#tellPscLater logouts} that it has not heard of, from whichever node. */
    private void look() {
        var node = "node-" + ProcessHandle.current().pid();
        access.calls()
                .run(() -> access.store().claimDue(kind, node, Sessions.UNTIL_TOLD, MOST_TOLD_AT_ONCE))
                .thenCompose(due ->
                        CompletableFuture.allOf(due.stream().map(this::tell).toArray(CompletableFuture[]::new)))
                .whenComplete((told, failure) -> {
                    lookLog.done(failure);
                    lookLater();
                });
    }

    private CompletableFuture<?> tell(StoredEntry due) {
        return psc.endSession(new String(due.value(), StandardCharsets.US_ASCII))
                .handle((told, failure) -> access.calls()
                        .run(() -> failure != null && isOutage(failure)
                                ? putOff(due)
                                : access.store().remove(due.key(), due.version())))
                .thenCompose(done -> done);
    }

    /** Every two minutes as long as the session could live at PSC. */
    private boolean putOff(StoredEntry due) {
        var left = Duration.between(access.store().now(), due.expiresAt());
        if (left.compareTo(BETWEEN_TELLINGS) <= 0) {
            return access.store().remove(due.key(), due.version());
        }
        var later = EntryContent.of(due.value(), left).due(kind, BETWEEN_TELLINGS);
        return access.store().write(due.key(), due.version(), later).isPresent();
    }

    /** Gives some seconds to the tries, under way, to end sessions that nobody was given; waits for no other one. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture.allOf(tries.toArray(CompletableFuture[]::new))
                .orTimeout(longestClose.toMillis(), TimeUnit.MILLISECONDS)
                .handle((told, failure) -> null)
                .join();
    }
}
