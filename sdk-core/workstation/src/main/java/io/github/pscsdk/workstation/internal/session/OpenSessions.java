package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sessions and the watches over their devices, which end when the client is closed. Safe for any thread. */
public final class OpenSessions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);
    // Interrupted, a watch has a second; a busy machine gets one more.
    private static final Duration DRAIN = Duration.ofSeconds(2);

    final EngineThreads threads;

    private final ServerHalf server;
    private final Set<WorkstationSession> open = new HashSet<>();
    private final Set<CompletableFuture<?>> watches = ConcurrentHashMap.newKeySet();
    private boolean closed;

    public OpenSessions(ServerHalf server, EngineThreads threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * A device that a session follows, by code of a plug-in; the authenticator is in use as long as the watch lasts.
     */
    public record FollowedDevice(DeviceWatch watch, GuardedAuthenticator authenticator) {}

    /** Opens a session, and follows its end, and its device unless {@code removal} ignores that. */
    public WorkstationSession open(
            SessionHandle handle,
            LoggedIn facts,
            Optional<Means> means,
            long login,
            CardRemoval removal,
            Optional<FollowedDevice> device) {
        var there = new ServerSession(server, handle, facts.expiresAt(), threads, login);
        var session = new WorkstationSession(this, there, facts, means, removal, login);
        if (!enter(session)) {
            session.lock();
        }
        // Only once the session is registered: closing must find it and stop the watch.
        session.follow(device.filter(watched -> removal != CardRemoval.IGNORE));
        session.checkExpiry();
        return session;
    }

    private synchronized boolean enter(WorkstationSession session) {
        return !closed && open.add(session);
    }

    synchronized void leave(WorkstationSession session) {
        open.remove(session);
    }

    /**
     * Locks all sessions, which stops their background tasks, and waits up to 2 s until no watch runs code of a
     * plug-in.
     */
    @Override
    public void close() {
        closeAndGetAll().forEach(WorkstationSession::lock);
        var ends = CompletableFuture.allOf(watches.toArray(CompletableFuture[]::new));
        if (!EngineThreads.awaitInRealTime(ends, DRAIN)) {
            log.warn("watches over devices do not end although they were interrupted");
        }
    }

    private synchronized List<WorkstationSession> closeAndGetAll() {
        closed = true;
        return List.copyOf(open);
    }

    /** Follows a device. The result stops that. */
    Runnable watch(long login, FollowedDevice device, WorkstationSession session) {
        var useCount = device.authenticator.useCount();
        useCount.enterAgain();
        // Before it begins: closing waits for it.
        var over = new CompletableFuture<Void>();
        watches.add(over);
        var following = device.authenticator.follow(device.watch, session::deviceIsThere);
        following
                .ended()
                .thenAccept(byItself -> byItself.ifPresent(how -> {
                    log.warn("login {}: its device is no longer followed, the watch {}", login, how);
                    session.deviceLost();
                }))
                .whenComplete((done, failure) -> {
                    useCount.leave();
                    watches.remove(over);
                    over.complete(null);
                });
        return following.stop();
    }
}
