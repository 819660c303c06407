package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import io.github.pscsdk.workstation.internal.json.SessionDocument;
import java.time.Clock;
import java.time.Instant;

/** A session that the server half keeps; this end holds its handle. */
public final class ProxySession implements AuthenticationSession {
    private final ServerHalf server;
    private final SessionHandle handle;
    private final SessionDocument facts;
    private final Clock clock;
    private volatile boolean closed;
    private volatile boolean ended;

    /** Hands a session over; {@code facts} are what the server half says of {@code handle}. */
    public ProxySession(ServerHalf server, SessionHandle handle, SessionDocument facts, Clock clock) {
        this.server = server;
        this.handle = handle;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Professional professional() {
        return facts.professional();
    }

    @Override
    public Instant expiresAt() {
        return facts.expiresAt();
    }

    @Override
    public boolean isActive() {
        return !closed && server.isOpen() && clock.instant().isBefore(facts.expiresAt());
    }

    @Override
    public ApiResponse send(ApiRequest request) throws PscException, InterruptedException {
        if (!isActive()) {
            throw new PscException(LoginProblem.SESSION_ENDED, "locked, signed out or expired at this end");
        }
        try {
            return server.send(handle, request);
        } catch (PscException e) {
            if (e.problem() == LoginProblem.SESSION_ENDED) {
                closed = true;
                ended = true;
            }
            throw e;
        }
    }

    @Override
    public void lock() {
        closed = true;
    }

    /** May be called again after a failure, and after {@link #lock}. */
    @Override
    public void signOut() throws PscException, InterruptedException {
        closed = true;
        if (ended) {
            return;
        }
        try {
            server.disconnect(handle);
        } catch (PscException e) {
            // Somebody else, or time, was faster: that is what was asked for.
            if (e.problem() != LoginProblem.SESSION_ENDED) {
                throw e;
            }
        }
        ended = true;
    }

    /** Ends a session that nobody will get, even on a thread that was told to stop; takes a second at most. */
    public void abandon() {
        closed = true;
        ended = true;
        server.abandon(handle);
    }

    @Override
    public void close() {
        lock();
    }

    @Override
    public String toString() {
        return "AuthenticationSession[active=" + isActive() + "]";
    }
}
