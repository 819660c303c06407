package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.proxyprotocol.SessionValidity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server half again and again whether a session has ended there: somebody may have logged out elsewhere. Each question waits for half
 * a minute there, is no activity and blocks no thread. Over for good when the session has ended, when the server half cannot tell,
 * and when stopped. Safe for any thread.
 */
final class EndWatch {
    private static final Logger log = LoggerFactory.getLogger(EndWatch.class);
    // Also for a server half that answers at once instead of waiting.
    private static final Duration PAUSE = Duration.ofSeconds(1);
    // The server half may be away for a while, with many workstations.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);

    private final ServerSession server;
    private final EngineThreads threads;
    private final Listener listener;
    private final long login;
    /** Gives up the pause or the question. */
    private Optional<Runnable> next = Optional.empty();

    private boolean over;

    /** Is told on a thread of the engine. */
    interface Listener {
        /** It goes on. */
        void lasts(SessionValidity validity);

        /** It has ended at the server half. */
        void ended();
    }

    /** @param login the number of the login, for the log */
    EndWatch(ServerSession server, EngineThreads threads, Listener listener, long login) {
        this.server = server;
        this.threads = threads;
        this.listener = listener;
        this.login = login;
    }

    void start() {
        askAfter(PAUSE);
    }

    /** Gives up the question under way. */
    synchronized void stop() {
        over = true;
        next.ifPresent(Runnable::run);
        next = Optional.empty();
    }

    private synchronized void askAfter(Duration pause) {
        if (!over) {
            next = Optional.of(threads.after(pause, () -> inBackground(this::ask)));
        }
    }

    private synchronized void ask() {
        if (over) {
            return;
        }
        try {
            var question = server.awaitEnd();
            next = Optional.of(() -> question.cancel(true));
            question.whenComplete((told, failure) -> inBackground(() -> answered(told, failure)));
        } catch (IllegalStateException e) {
            // The client is closed.
            over = true;
        }
    }

    private void answered(Optional<SessionValidity> validity, Throwable failure) {
        if (failure == null) {
            told(validity);
        } else {
            failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
    }

    private void told(Optional<SessionValidity> validity) {
        if (validity.isPresent()) {
            listener.lasts(validity.get());
            askAfter(PAUSE);
        } else {
            log.info("login {}: the server half cannot tell when its session ends", login);
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof PscException known && server.isOverBy(known)) {
            listener.ended();
        } else {
            askAfter(PAUSE_AFTER_FAILURE);
        }
    }

    private void inBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            // The client is closed.
        }
    }
}
