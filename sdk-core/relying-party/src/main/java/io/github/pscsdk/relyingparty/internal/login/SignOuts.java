package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallingThread;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.relyingparty.session.BrowserSignOut;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.internal.StoreRetries;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explicit logouts (OpenID Connect RP-Initiated Logout 1.0), server to server and by way of the browser. A session is
 * over here once the store has taken that; its hint is kept until PSC has answered. A store or a PSC that is away is
 * tried again in the background, PSC by {@linkplain PendingSignOuts some node}.
 */
public final class SignOuts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignOuts.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    // Of a session that is nowhere in the store: ten minutes in all.
    private static final int TRIES_FROM_MEMORY = 6;

    // Of more, the host alone may try again: an outage must not fill the memory.
    private static final int MOST_IN_BACKGROUND = 10_000;

    private final StoreAccess access;
    private final Sessions sessions;
    private final PscEndpoints psc;
    private final String clientId;
    private final Duration longestClose;
    private final PendingSignOuts untold;
    private final Set<SessionId> inBackground = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<?>> firstTries = ConcurrentHashMap.newKeySet();

    /** @param longestClose how long {@link #close} waits, by the system's time */
    public SignOuts(
            Sessions sessions,
            StoreAccess access,
            PscEndpoints psc,
            String clientId,
            Duration longestClose) {
        this.access = access;
        this.untold = new PendingSignOuts(access, psc);
        this.sessions = sessions;
        this.psc = psc;
        this.clientId = clientId;
        this.longestClose = longestClose;
    }

    /**
     * Ends a session here and at PSC, server to server; or at PSC alone, where it is over here and PSC was not told.
     */
    public CompletableFuture<Void> run(SessionId id) {
        return run(id, psc::endSession);
    }

    /**
     * Ends a session here, and says where to send the browser. PSC counts as told once the browser can be sent.
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
                    if (failure != null && StoreRetries.isAway(failure)) {
                        endLater(id);
                    }
                })
                .thenCompose(hint -> telling.apply(hint)
                        .whenComplete((told, failure) -> wasTold(id, failure))
                        .exceptionally(failure -> {
                            throw new CompletionException(hereOnly(failure));
                        }));
    }

    /** Nobody may go on with the session: the store is told as soon as it takes that. */
    private void endLater(SessionId id) {
        if (inBackground.size() >= MOST_IN_BACKGROUND || !inBackground.add(id)) {
            return;
        }
        var since = access.timers().elapsed();
        access.retries()
                .runLong(
                        () -> sessions.end(id),
                        () -> access.timers().elapsed().minus(since).compareTo(PscProfile.SESSION_LIMIT) < 0)
                .whenComplete((hint, failure) -> {
                    inBackground.remove(id);
                    if (failure == null) {
                        log.info("a logout that the session store did not take was written later");
                        psc.endSession(hint).whenComplete((told, untold) -> wasTold(id, untold));
                    } else {
                        log.warn(
                                "a session whose logout could not be written is left to expire: {}",
                                Futures.describe(failure));
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

    private void endedEverywhere(SessionId id) {
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
     * Ends a session at PSC that nobody was given here, in the background: later by any node, where the store can be
     * used; else from here, for ten minutes.
     */
    public void endAtPsc(String hint) {
        var first = endAtPsc(SessionId.draw(clientId), hint, FIRST_PAUSE, TRIES_FROM_MEMORY);
        firstTries.add(first);
        first.whenComplete((told, failure) -> firstTries.remove(first));
    }

    private CompletableFuture<?> endAtPsc(SessionId name, String hint, Duration pause, int tries) {
        return CallingThread.withheld(() -> psc.endSession(hint))
                .handle((told, failure) -> failure != null && isOutage(failure)
                        ? keptForLater(name, hint)
                                .thenAccept(kept -> tryUnless(kept, name, hint, pause, tries - 1, failure))
                        : CompletableFuture.<Void>completedFuture(null).thenRun(() -> triedLast(name, failure)))
                .thenCompose(done -> done);
    }

    private void tryUnless(boolean kept, SessionId name, String hint, Duration pause, int tries, Throwable failure) {
        if (kept) {
            triedLast(name, null);
        } else if (tries > 0
                && (inBackground.contains(name)
                        || inBackground.size() < MOST_IN_BACKGROUND && inBackground.add(name))) {
            access.timers().after(pause, () -> endAtPsc(name, hint, pause.multipliedBy(2), tries));
        } else {
            triedLast(name, failure);
        }
    }

    private void triedLast(SessionId name, Throwable failure) {
        inBackground.remove(name);
        if (failure != null) {
            log.warn("a session at PSC was not ended: {}", Futures.describe(failure));
        }
    }

    private CompletableFuture<Boolean> keptForLater(SessionId name, String hint) {
        return access.calls()
                .run(() -> {
                    sessions.tellPscLater(name, hint);
                    return true;
                })
                .exceptionally(failure -> false);
    }

    /** Gives some seconds to the revocations, under way, of sessions that nobody was given. */
    @Override
    public void close() {
        untold.close();
        CompletableFuture.allOf(firstTries.toArray(CompletableFuture[]::new))
                .orTimeout(longestClose.toMillis(), TimeUnit.MILLISECONDS)
                .handle((told, failure) -> null)
                .join();
    }
}
