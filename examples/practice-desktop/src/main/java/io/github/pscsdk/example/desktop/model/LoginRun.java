package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One login, from the click to its end. It ends once: by a session, by a failure, or because the person gave up. */
final class LoginRun {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRun.class);

    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<CompletableFuture<AuthenticationSession>> login = new CompletableFuture<>();

    void began(CompletableFuture<AuthenticationSession> future) {
        login.complete(future);
    }

    /** Whether it is still running; late reports of one that is over are ignored. */
    boolean goesOn() {
        return !over.get();
    }

    /** Cancels the login: the SDK stops within a second, at the server half too. */
    void cancel() {
        if (over.compareAndSet(false, true)) {
            login.thenAccept(future -> future.cancel(true));
        }
    }

    /** Whether the session ends the login. One that comes after the person gave up is ended, on this thread of the SDK's. */
    boolean takes(AuthenticationSession session) {
        if (over.compareAndSet(false, true)) {
            return true;
        }
        try {
            session.signOut();
        } catch (PscException e) {
            LOG.warn(
                    "a login that was cancelled late could not be signed out: {}",
                    e.problem().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Whether the failure ends it; false where it was over already. */
    boolean fails() {
        return over.compareAndSet(false, true);
    }
}
