package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.proxyprotocol.SessionValidity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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
    private final WorkstationSession session;
    private final long login;
    /** Gives up the pause or the question. */
    private Runnable next = () -> {};

    private boolean over;

    /**
     * @param session told on a thread of the engine
     * @param login the number of the login, for the log
     */
    EndWatch(ServerSession server, EngineThreads threads, WorkstationSession session, long login) {
        this.server = server;
        this.threads = threads;
        this.session = session;
        this.login = login;
    }

    /** @return stops it, and gives up the question under way */
    Runnable start() {
        askAfter(PAUSE);
        return this::stop;
    }

    private synchronized void stop() {
        over = true;
        next.run();
    }

    private synchronized void askAfter(Duration pause) {
        if (!over) {
            next = threads.after(pause, () -> session.inBackground(this::ask));
        }
    }

    private synchronized void ask() {
        if (over) {
            return;
        }
        try {
            var question = server.awaitEnd();
            next = () -> question.cancel(true);
            question.whenComplete((told, failure) -> session.inBackground(() -> answered(told, failure)));
        } catch (IllegalStateException e) {
            // The client is closed.
            over = true;
        }
    }

    private void answered(Optional<SessionValidity> validity, Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof PscException known && server.isOverBy(known)) {
            session.end();
        } else if (cause != null) {
            askAfter(PAUSE_AFTER_FAILURE);
        } else if (validity.isPresent()) {
            session.lasts(validity.get());
            askAfter(PAUSE);
        } else {
            log.info("login {}: the server half cannot tell when its session ends", login);
        }
    }
}
