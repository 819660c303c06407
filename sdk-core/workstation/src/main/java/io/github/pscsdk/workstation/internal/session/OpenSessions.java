package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.proxyprotocol.LoggedIn;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens sessions, and closes this end of those that are open when the client is closed. Safe for any thread. */
public final class OpenSessions implements AutoCloseable {
    private final ServerHalf server;
    private final Clock clock;
    private final EngineThreads threads;
    private final Watches watches;
    private final Set<ProxySession> open = new HashSet<>();
    private boolean closed;

    /** Opens none yet. */
    public OpenSessions(ServerHalf server, Clock clock, EngineThreads threads) {
        this.server = server;
        this.clock = clock;
        this.threads = threads;
        this.watches = new Watches(threads);
    }

    /**
     * Opens a session and follows its device.
     *
     * @param facts what the server half says of {@code handle}
     * @param means what the professional identified with, where that is known
     * @param login the number of the login, for the log
     * @param device how the device is followed, where there is one; not at all where {@code removal} ignores it
     */
    public ProxySession open(
            SessionHandle handle,
            LoggedIn facts,
            Optional<Means> means,
            long login,
            CardRemoval removal,
            Optional<DeviceWatch> device) {
        var session = new ProxySession(
                this, new ServerSession(server, handle, login), facts, means, removal, new Listeners(login));
        if (!enter(session)) {
            session.lock();
        }
        // Entered before anything runs for it: closing must find it.
        device.filter(watched -> removal != CardRemoval.IGNORE).ifPresent(watched -> {
            var watching = new RunningWatch(login, watched, new DevicePresenceRelay(session), watches::leave);
            session.attendance().watch(watching, watches);
        });
        session.lookAtTheClock();
        return session;
    }

    Clock clock() {
        return clock;
    }

    EngineThreads threads() {
        return threads;
    }

    private synchronized boolean enter(ProxySession session) {
        return !closed && open.add(session);
    }

    synchronized void leave(ProxySession session) {
        open.remove(session);
    }

    /** Locks all, ends what runs for them, and waits some seconds until no watch is inside a plug-in. */
    @Override
    public void close() {
        allForTheLastTime().forEach(ProxySession::lock);
        watches.awaitEnd();
    }

    private synchronized List<ProxySession> allForTheLastTime() {
        closed = true;
        return List.copyOf(open);
    }
}
