package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a session that reaches every backend out of a verified identity, or leaves no session at all: the contract knows
 * nothing in between.
 */
final class SessionOpening {
    private static final Logger log = LoggerFactory.getLogger(SessionOpening.class);

    private final List<ApiAudience> audiences;

    SessionOpening(List<ApiAudience> audiences) {
        this.audiences = List.copyOf(audiences);
    }

    /** Opens the session that a login has come to; the login has its end when that is done. */
    void open(Login login, PscSession session) {
        var active = new ActiveSession(login.client(), session);
        if (login.isOver()) {
            end(active);
            return;
        }
        exchange(active).whenComplete((done, failure) -> {
            if (failure != null) {
                end(active).thenRun(() -> login.fail(causeOf(failure)));
            } else if (!login.succeed(session)) {
                end(active);
            }
        });
    }

    /** One after the other: they share the session's access token. */
    private CompletionStage<?> exchange(ActiveSession active) {
        CompletionStage<?> done = CompletableFuture.completedFuture(null);
        for (var audience : audiences) {
            done = done.thenCompose(
                    before -> active.client().exchange(active.session().id(), audience));
        }
        return done;
    }

    /** Ends a session that nobody will use. Never fails: here the session is gone whatever PSC answers. */
    static CompletableFuture<ActiveSession> end(ActiveSession active) {
        return active.client()
                .signOut(active.session().id())
                .handle((done, failure) -> {
                    if (failure != null) {
                        log.info(
                                "a session that nobody uses could not be ended at Pro Santé Connect: {}",
                                failure instanceof PscException
                                        ? failure.getMessage()
                                        : failure.getClass().getName());
                    }
                    return active;
                })
                .toCompletableFuture();
    }

    /** What really failed: a stage that depends on another one wraps it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }
}
