package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.api.SessionState;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.LoggedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A session that the server half keeps; this end holds its handle, and follows the device that opened it. */
public final class ProxySession implements AuthenticationSession {
    // A clock may be set and a machine may sleep: so it is looked at now and then, not only when time should be up.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final OpenSessions home;
    private final ServerSession server;
    private final LoggedIn facts;
    private final Optional<Means> means;
    private final CardRemoval removal;
    private final Listeners listeners;
    private final SessionLifecycle lifecycle;
    private final SessionTasks attendance = new SessionTasks();

    ProxySession(
            OpenSessions home,
            ServerSession server,
            LoggedIn facts,
            Optional<Means> means,
            CardRemoval removal,
            Listeners listeners) {
        this.home = home;
        this.server = server;
        this.facts = facts;
        this.means = means;
        this.removal = removal;
        this.listeners = listeners;
        this.lifecycle = new SessionLifecycle(listeners);
    }

    /** What runs beside it until it is over. */
    SessionTasks attendance() {
        return attendance;
    }

    @Override
    public Professional professional() {
        return facts.professional();
    }

    @Override
    public Optional<Means> means() {
        return means;
    }

    @Override
    public Instant expiresAt() {
        return facts.expiresAt();
    }

    @Override
    public SessionState state() {
        noticeExpiry();
        listeners.tell();
        return lifecycle.state();
    }

    @Override
    public void onStateChange(Consumer<SessionState> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public ApiResponse send(ApiRequest request) throws PscException, InterruptedException {
        switch (state()) {
            case ACTIVE -> {}
            case LOCKED -> throw new PscException(LoginProblem.SESSION_LOCKED, "locked at this end");
            case ENDED -> throw new PscException(LoginProblem.SESSION_ENDED, "signed out or expired at this end");
        }
        try {
            return server.send(request);
        } finally {
            if (server.isGone()) {
                end();
            }
        }
    }

    @Override
    public void lock() {
        overIf(lifecycle.lock());
        listeners.tell();
    }

    /** May be called again after a failure, and after {@link #lock}. */
    @Override
    public void signOut() throws PscException, InterruptedException {
        end();
        server.end();
    }

    /** Ends a session that nobody will get, even on a thread that was told to stop; takes a second at most. */
    public void abandon() {
        end();
        server.abandon();
    }

    @Override
    public void close() {
        lock();
    }

    /** On the watch's thread, which is about to be interrupted: all that takes time happens on another. */
    void deviceWent() {
        noticeExpiry();
        if (removal == CardRemoval.SIGN_OUT) {
            if (overIf(lifecycle.endWhatIsOpen())) {
                inBackground(server::endUnattended);
            }
        } else {
            lifecycle.deviceWent();
        }
        inBackground(listeners::tell);
    }

    /** On the watch's thread as well. */
    void deviceCameBack() {
        noticeExpiry();
        lifecycle.deviceCameBack();
        inBackground(listeners::tell);
    }

    /** Looks at the clock, and plans to do so again. */
    void lookAtTheClock() {
        if (state() != SessionState.ENDED) {
            attendance.look(() -> home.threads().after(pause(), () -> inBackground(this::lookAtTheClock)));
        }
    }

    private Duration pause() {
        var left = Duration.between(home.clock().instant(), facts.expiresAt());
        if (left.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
    }

    private void noticeExpiry() {
        if (!home.clock().instant().isBefore(facts.expiresAt())) {
            overIf(lifecycle.end());
        }
    }

    private void end() {
        overIf(lifecycle.end());
        listeners.tell();
    }

    /** Where nothing can make it active again, nothing needs to run for it. */
    private boolean overIf(boolean changed) {
        if (changed) {
            attendance.end();
            home.leave(this);
        }
        return changed;
    }

    private void inBackground(Runnable work) {
        try {
            home.threads().execute(work);
        } catch (RejectedExecutionException e) {
            // The client is closed: its sessions are locked, and whoever listened was told.
        }
    }

    @Override
    public String toString() {
        return "AuthenticationSession[" + lifecycle.state() + "]";
    }
}
