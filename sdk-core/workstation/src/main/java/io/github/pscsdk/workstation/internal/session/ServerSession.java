package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session at the server half, by its handle; remembers when it is known to be gone. Safe for any thread. */
final class ServerSession {
    private static final Logger log = LoggerFactory.getLogger(ServerSession.class);

    private final ServerHalf server;
    private final SessionHandle handle;
    private final long login;
    private volatile boolean gone;

    ServerSession(ServerHalf server, SessionHandle handle, long login) {
        this.server = server;
        this.handle = handle;
        this.login = login;
    }

    ApiResponse send(ApiRequest request) throws PscException, InterruptedException {
        try {
            return server.send(handle, request);
        } catch (PscException e) {
            gone |= isOver(e.problem());
            throw e;
        }
    }

    /** Ends it, unless it is gone. */
    void end() throws PscException, InterruptedException {
        if (gone) {
            return;
        }
        try {
            server.disconnect(handle);
        } catch (PscException e) {
            // It had ended before: that is what was asked for.
            if (!isOver(e.problem())) {
                throw e;
            }
        }
        gone = true;
    }

    /** The same in the background: a failure is logged. */
    void endInBackground() {
        try {
            end();
        } catch (PscException e) {
            log.warn(
                    "login {}: its session may live on at the server half: {}",
                    login,
                    e.problem().code());
        } catch (InterruptedException | IllegalStateException e) {
            log.warn("login {}: its session may live on at the server half: the client was closed", login);
        }
    }

    /** Takes a second at most, and works on an interrupted thread, too. */
    void abandon() {
        gone = true;
        server.abandon(handle);
    }

    boolean isGone() {
        return gone;
    }

    private static boolean isOver(Problem problem) {
        return problem == LoginProblem.SESSION_ENDED || problem == LoginProblem.SESSION_ENDED_AT_PSC;
    }
}
