package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.proxyprotocol.internal.SessionValidity;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session at the server half. Where that could not be told to end it, it is told again in the background. */
final class ServerSession {
    private static final Logger log = LoggerFactory.getLogger(ServerSession.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final ServerHalf server;
    private final SessionHandle handle;
    private final Instant expiresAt;
    private final EngineThreads threads;
    private final long login;
    private volatile boolean gone;
    /** Why Pro Santé Connect was not told of the end, where the server half said so. */
    private volatile Optional<LoginProblem> untoldAtPsc = Optional.empty();

    private boolean repeating;

    /** @param expiresAt when there is nothing left to end */
    ServerSession(ServerHalf server, SessionHandle handle, Instant expiresAt, EngineThreads threads, long login) {
        this.server = server;
        this.handle = handle;
        this.expiresAt = expiresAt;
        this.threads = threads;
        this.login = login;
    }

    ApiResponse send(ApiRequest request) throws PscException, InterruptedException {
        try {
            return server.send(handle, request);
        } catch (PscException e) {
            isOverBy(e);
            throw e;
        }
    }

    /** Whether the server half says by that failure that the session is over, which is remembered. */
    boolean isOverBy(PscException failure) {
        gone |= isOver(failure.problem());
        return gone;
    }

    /**
     * Ends it, unless it is gone. Fails if it may live on at the server half, which is then told again in the
     * background, or at Pro Santé Connect.
     */
    void end() throws PscException, InterruptedException {
        try {
            tell();
        } finally {
            if (!gone) {
                repeat();
            }
        }
    }

    private void tell() throws PscException, InterruptedException {
        if (gone && untoldAtPsc.isEmpty()) {
            return;
        }
        try {
            untoldAtPsc = server.disconnect(handle);
        } catch (PscException e) {
            // It had ended before: that is what was asked for.
            if (!isOver(e.problem())) {
                throw new PscException(
                        LoginProblem.NOT_SIGNED_OUT_YET,
                        "signed out at this end, not at the server half: "
                                + e.problem().code(),
                        Map.of("problem", e.problem().code()),
                        e);
            }
            untoldAtPsc = Optional.empty();
        }
        gone = true;
        if (untoldAtPsc.isPresent()) {
            // The server half goes on trying by itself.
            throw new PscException(
                    untoldAtPsc.get(), "signed out at this end and at the server half, not at Pro Santé Connect");
        }
    }

    /** The same in the background: a failure is logged. */
    void endInBackground() {
        try {
            end();
        } catch (PscException e) {
            log.warn("login {}: {}: {}", login, untold(), e.problem().code());
        } catch (InterruptedException | IllegalStateException e) {
            log.warn("login {}: {}: the client was closed", login, untold());
        }
    }

    private String untold() {
        return gone ? "its session may live on at PSC" : "its session may live on at the server half";
    }

    /** Tells the server half again later, unless that is planned already. */
    private synchronized void repeat() {
        if (!repeating) {
            repeating = true;
            repeatAfter(FIRST_PAUSE);
        }
    }

    private void repeatAfter(Duration pause) {
        if (gone) {
            return;
        }
        if (!threads.clock().instant().plus(pause).isBefore(expiresAt)) {
            log.info("login {}: its session expires before it can be told again", login);
            return;
        }
        threads.executeAfter(pause, () -> {
            endInBackground();
            var doubled = pause.multipliedBy(2);
            repeatAfter(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        });
    }

    /** Takes a second at most, and works on an interrupted thread, too. */
    void abandon() {
        server.abandon(handle);
    }

    boolean isGone() {
        return gone;
    }

    private static boolean isOver(Problem problem) {
        return problem instanceof LoginProblem known && known.endsSession();
    }

    // ---- its end ---------------------------------------------------------------------------------------------------

    /**
     * Asks the server half again and again whether the session has ended there, by a logout elsewhere, and tells the
     * session so. The result stops it.
     */
    Runnable watchEnd(WorkstationSession session) {
        var watch = new EndWatch(session);
        watch.askAfter(EndWatch.PAUSE);
        return watch::stop;
    }

    /** Each question waits for half a minute at the server half, is no activity and blocks no thread. */
    private final class EndWatch {
        // Also for a server half that answers at once instead of waiting.
        private static final Duration PAUSE = Duration.ofSeconds(1);
        // The server half may be away for a while, with many workstations.
        private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);

        private final WorkstationSession session;
        private Runnable next = () -> {};

        private boolean over;

        EndWatch(WorkstationSession session) {
            this.session = session;
        }

        synchronized void stop() {
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
                var question = server.sessionEnd(handle);
                next = () -> question.cancel(true);
                question.whenComplete((told, failure) -> session.inBackground(() -> answered(told, failure)));
            } catch (IllegalStateException e) {
                // The client is closed.
                over = true;
            }
        }

        private void answered(Optional<SessionValidity> validity, Throwable failure) {
            var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            if (cause instanceof PscException known && isOverBy(known)) {
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
}
