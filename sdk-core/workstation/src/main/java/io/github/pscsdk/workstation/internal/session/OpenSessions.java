package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.proxyprotocol.LoggedIn;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens sessions, and locks those that are open when the client is closed. Safe for any thread. */
public final class OpenSessions implements AutoCloseable {
    private final ServerHalf server;
    private final Clock clock;
    private final EngineThreads threads;
    private final RunningWatches watches;
    private final Set<WorkstationSession> open = new HashSet<>();
    private boolean closed;

    public OpenSessions(ServerHalf server, Clock clock, EngineThreads threads) {
        this.server = server;
        this.clock = clock;
        this.threads = threads;
        this.watches = new RunningWatches(threads);
    }

    /**
     * Opens a session, and follows its device and its end.
     *
     * @param facts what the server half says of {@code handle}
     * @param means what the professional identified with, where that is known
     * @param login the number of the login, for the log
     * @param device how the device is followed, where there is one; not at all where {@code removal} ignores it
     */
    public WorkstationSession open(
            SessionHandle handle,
            LoggedIn facts,
            Optional<Means> means,
            long login,
            CardRemoval removal,
            Optional<FollowedDevice> device) {
        var there = new ServerSession(server, handle, facts.expiresAt(), clock, threads, login);
        var session = new WorkstationSession(this, there, facts, means, removal, login);
        if (!enter(session)) {
            session.lock();
        }
        // Only once the session is registered: closing must find it and stop the watch.
        device.filter(watched -> removal != CardRemoval.IGNORE).ifPresent(watched -> session.follow(watched, watches));
        session.followEnd();
        session.checkExpiry();
        return session;
    }

    Clock clock() {
        return clock;
    }

    EngineThreads threads() {
        return threads;
    }

    private synchronized boolean enter(WorkstationSession session) {
        return !closed && open.add(session);
    }

    synchronized void leave(WorkstationSession session) {
        open.remove(session);
    }

    /** Locks all sessions, which stops their background tasks, and waits up to 2 s until no watch runs code of a plug-in. */
    @Override
    public void close() {
        closeAndGetAll().forEach(WorkstationSession::lock);
        watches.awaitEnd();
    }

    private synchronized List<WorkstationSession> closeAndGetAll() {
        closed = true;
        return List.copyOf(open);
    }
}
