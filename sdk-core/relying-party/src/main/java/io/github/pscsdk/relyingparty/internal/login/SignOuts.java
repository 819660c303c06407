package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.CallingThread;
import io.github.pscsdk.relyingparty.BrowserSignOut;
import io.github.pscsdk.relyingparty.SessionId;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.endpoint.EndSessionEndpoint;
import io.github.pscsdk.relyingparty.internal.http.Form;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.Sessions;
import io.github.pscsdk.relyingparty.internal.session.StoreKeys;
import io.github.pscsdk.relyingparty.internal.session.StoreRetries;
import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import io.github.pscsdk.time.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explicit logouts (OpenID Connect RP-Initiated Logout 1.0), server to server and by way of the browser. A session is over here once the store has taken that; its hint is kept until PSC has answered. Where the store
 * does not take it, or PSC cannot be told, that is tried again in the background, as long as the session could have lived.
 */
public final class SignOuts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignOuts.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    // Of a session that is nowhere in the store: ten minutes in all.
    private static final int TRIES_FROM_MEMORY = 6;

    // Of more, the host alone may try again: an outage must not fill the memory.
    private static final int MOST_IN_BACKGROUND = 10_000;

    private final Sessions sessions;
    private final StoreCalls calls;
    private final StoreRetries retries;
    private final EndSessionEndpoint endpoint;
    private final String clientId;
    private final Scheduler scheduler;
    private final Duration longestClose;
    private final Optional<SharedSignOuts> shared;
    private final Set<SessionId> inBackground = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<?>> firstTries = ConcurrentHashMap.newKeySet();

    /**
     * Logouts of that client.
     *
     * @param store where nodes share what PSC has not heard of; empty where that is in this process alone
     * @param longestClose how long {@link #close} waits, by the system's time
     */
    public SignOuts(
            Sessions sessions,
            StoreCalls calls,
            StoreKeys keys,
            Optional<? extends PendingStore> store,
            EndSessionEndpoint endpoint,
            String clientId,
            Scheduler scheduler,
            Duration longestClose) {
        this.shared = store.map(known -> new SharedSignOuts(known, calls, keys, endpoint, scheduler));
        this.sessions = sessions;
        this.calls = calls;
        this.retries = new StoreRetries(calls, scheduler);
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.scheduler = scheduler;
        this.longestClose = longestClose;
    }

    /** Ends a session here and at PSC, server to server; or at PSC alone, where it is over here and PSC was not told. */
    public CompletableFuture<Void> run(SessionId id) {
        return run(id, endpoint::end);
    }

    /**
     * Ends a session here, and says where to send the browser, so that PSC ends its own. The hint names the session at PSC, however
     * long the ID token has expired. PSC counts as told once the browser can be sent.
     *
     * @param returnUri where the browser comes back to, as declared to ANS
     */
    public CompletableFuture<BrowserSignOut> begin(SessionId id, URI returnUri) {
        return run(id, hint -> {
            var state = RandomValues.secret();
            var parameters = Form.of("id_token_hint", hint)
                    .with("client_id", clientId)
                    .with("post_logout_redirect_uri", returnUri.toString())
                    .with("state", state);
            return endpoint.page(parameters).thenApply(page -> new BrowserSignOut(page, state));
        });
    }

    private <T> CompletableFuture<T> run(SessionId id, Function<String, CompletableFuture<T>> telling) {
        return calls.run(() -> ended(id))
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

    /** Somebody wants to be logged out, and nobody may go on with the session: the store is told as soon as it takes that. */
    private void endLater(SessionId id) {
        if (inBackground.size() >= MOST_IN_BACKGROUND || !inBackground.add(id)) {
            return;
        }
        var since = scheduler.elapsed();
        retries.runLong(() -> ended(id), () -> scheduler.elapsed().minus(since).compareTo(PscProfile.SESSION_LIMIT) < 0)
                .whenComplete((hint, failure) -> {
                    inBackground.remove(id);
                    if (failure == null) {
                        log.info("a logout that the session store did not take was written later");
                        endpoint.end(hint).whenComplete((told, untold) -> wasTold(id, untold));
                    } else {
                        log.warn(
                                "a session whose logout could not be written is left to expire: {}",
                                Futures.describe(failure));
                    }
                });
    }

    /** @param failure null where PSC has taken it */
    private void wasTold(SessionId id, Throwable failure) {
        if (failure == null || !isOutage(failure)) {
            endedEverywhere(id);
        } else if (shared.isEmpty() && inBackground.size() < MOST_IN_BACKGROUND && inBackground.add(id)) {
            tryAfter(FIRST_PAUSE, id);
        }
    }

    /** PSC has not answered, or not by itself: whatever else it says is an answer, and asking again changes nothing. */
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

    private String ended(SessionId id) throws PscException {
        return sessions.end(id, hint -> shared.ifPresent(nodes -> nodes.keep(id, hint)));
    }

    private void endedEverywhere(SessionId id) {
        calls.run(() -> {
                    sessions.endedEverywhere(id);
                    shared.ifPresent(nodes -> nodes.forget(id));
                    return null;
                })
                .exceptionally(failure -> {
                    log.warn("the hint of a logout is left to expire: {}", Futures.describe(failure));
                    return null;
                });
    }

    private void tryAfter(Duration pause, SessionId id) {
        scheduler.after(pause, () -> tryAgain(pause, id));
    }

    private void tryAgain(Duration pause, SessionId id) {
        var hint = calls.run(() -> sessions.hint(id));
        hint.thenCompose(kept -> kept.map(endpoint::end).orElseGet(() -> CompletableFuture.completedFuture(null)))
                .whenComplete((told, failure) -> {
                    if (failure != null && (isOutage(failure) || StoreRetries.isAway(failure))) {
                        var doubled = pause.multipliedBy(2);
                        tryAfter(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE, id);
                        return;
                    }
                    inBackground.remove(id);
                    if (failure == null) {
                        endedEverywhere(id);
                        log.info("Pro Santé Connect was told of a logout later");
                    } else {
                        log.warn("a session at PSC was not ended: {}", Futures.describe(failure));
                    }
                });
    }

    /**
     * Ends a session at PSC that nobody was given here, in the background. Where PSC cannot be told, it is told later: by whichever node is there, where nodes share what is pending and the store
     * can be used; else from here, for ten minutes.
     */
    public void endAtPsc(String hint) {
        var first = endAtPsc(SessionId.draw(clientId), hint, FIRST_PAUSE, TRIES_FROM_MEMORY);
        firstTries.add(first);
        first.whenComplete((told, failure) -> firstTries.remove(first));
    }

    /** Done once PSC was told, or somebody tells it later, or nobody does. */
    private CompletableFuture<?> endAtPsc(SessionId name, String hint, Duration pause, int tries) {
        return CallingThread.withheld(() -> endpoint.end(hint))
                .handle((told, failure) -> failure != null && isOutage(failure)
                        ? keptForAll(name, hint)
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
            scheduler.after(pause, () -> endAtPsc(name, hint, pause.multipliedBy(2), tries));
        } else {
            triedLast(name, failure);
        }
    }

    /** @param failure null where PSC was told, or another node tells it */
    private void triedLast(SessionId name, Throwable failure) {
        inBackground.remove(name);
        if (failure != null) {
            log.warn("a session at PSC was not ended: {}", Futures.describe(failure));
        }
    }

    private CompletableFuture<Boolean> keptForAll(SessionId name, String hint) {
        return shared.map(nodes -> calls.run(() -> {
                            nodes.keep(name, hint);
                            return true;
                        })
                        .exceptionally(failure -> false))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /** Looks no more for what other nodes have left. What PSC is being told just now of sessions that nobody was given gets some seconds. */
    @Override
    public void close() {
        shared.ifPresent(SharedSignOuts::close);
        CompletableFuture.allOf(firstTries.toArray(CompletableFuture[]::new))
                .orTimeout(longestClose.toMillis(), TimeUnit.MILLISECONDS)
                .handle((told, failure) -> null)
                .join();
    }
}
