package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.SessionValidity;
import io.github.pscsdk.workstation.internal.session.OpenSessions.FollowedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The session as practice software holds it: its state on this machine, which follows the device and the expiry, and
 * calls to the server half.
 */
public final class WorkstationSession implements AuthenticationSession {
    // A clock may be set and a machine may sleep: so the expiry is checked now and then, not only when it is due.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final OpenSessions sessions;
    private final ServerSession server;
    private final LoggedIn facts;
    private final Optional<Means> means;
    private final CardRemoval removal;
    private final long login;
    private final SessionLifecycle lifecycle;
    /** Complete once the session cannot become active again; what goes on in the background stops then. */
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** Held while a check is planned: a plan that looked at the clock earlier must not replace a newer one. */
    private final Object planning = new Object();

    private final AtomicReference<Runnable> expiryCheck = new AtomicReference<>(() -> {});
    private final AtomicReference<Instant> lastActivity;
    private volatile Optional<Duration> idleLimit = Optional.empty();

    WorkstationSession(
            OpenSessions sessions,
            ServerSession server,
            LoggedIn facts,
            Optional<Means> means,
            CardRemoval removal,
            long login) {
        this.sessions = sessions;
        this.server = server;
        this.facts = facts;
        this.means = means;
        this.removal = removal;
        this.login = login;
        this.lifecycle = new SessionLifecycle(login);
        this.lastActivity = new AtomicReference<>(sessions.threads.clock().instant());
    }

    /** Follows its device, if it has one, and its end at the server half. */
    void follow(Optional<FollowedDevice> device) {
        if (!over.isDone()) {
            device.ifPresent(watched -> over.thenRun(sessions.watch(login, watched, this)));
            over.thenRun(server.watchEnd(this));
        }
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
    public Instant endsAt() {
        var idle = idleLimit.map(Objects.requireNonNull(lastActivity.get(), "last activity")::plus);
        return idle.filter(end -> end.isBefore(facts.expiresAt())).orElse(facts.expiresAt());
    }

    @Override
    public State state() {
        noticeExpiry();
        lifecycle.tellListeners();
        return lifecycle.state();
    }

    @Override
    public void onStateChange(Consumer<State> listener) {
        lifecycle.listen(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public void onEndingSoon(Duration before, Consumer<Instant> listener) {
        Objects.requireNonNull(listener, "listener");
        if (Objects.requireNonNull(before, "before").compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("a warning comes before the end");
        }
        lifecycle.warn(before, listener);
        // On this thread: the time that passes from here on counts.
        planExpiryCheck();
        inBackground(this::warn);
    }

    @Override
    public ApiResponse send(ApiRequest request) throws PscException, InterruptedException {
        Objects.requireNonNull(request, "request");
        requireActive();
        var begun = sessions.threads.clock().instant();
        try {
            var response = server.send(request);
            // Not a call that may never have arrived: the session must not seem to last longer than it does.
            lastActivity.accumulateAndGet(begun, (known, later) -> later.isAfter(known) ? later : known);
            // The person who is there by now may be somebody else.
            requireActive();
            return response;
        } finally {
            if (server.isGone()) {
                end();
            }
        }
    }

    private void requireActive() throws PscException {
        switch (state()) {
            case ACTIVE -> {}
            case LOCKED -> throw new PscException(LoginProblem.SESSION_LOCKED, "locked at this end");
            case ENDED -> throw new PscException(LoginProblem.SESSION_ENDED, "signed out, expired, or ended elsewhere");
        }
    }

    @Override
    public void lock() {
        stopTasksIf(lifecycle.lock());
        lifecycle.tellListeners();
    }

    /** May be called again after a failure, and after {@link #lock}. */
    @Override
    public void signOut() throws PscException, InterruptedException {
        end();
        server.end();
    }

    /** Ends a session that no caller will get; works on an interrupted thread too, and takes a second at most. */
    public void abandon() {
        end();
        server.abandon();
    }

    @Override
    public void close() {
        lock();
    }

    /** Called on the watch's thread. */
    void deviceIsThere(boolean isThere) {
        noticeExpiry();
        if (isThere) {
            lifecycle.deviceCameBack();
        } else {
            deviceWent();
        }
        inBackground(lifecycle::tellListeners);
    }

    /** The watch failed: the device counts as gone, whatever the plug-in still reports. */
    void deviceLost() {
        noticeExpiry();
        lifecycle.deviceLost();
        deviceWent();
        inBackground(lifecycle::tellListeners);
    }

    /** On the watch's thread, which may be about to be interrupted: what takes time runs on another. */
    private void deviceWent() {
        if (removal != CardRemoval.SIGN_OUT) {
            lifecycle.deviceWent();
        } else if (stopTasksIf(lifecycle.endWhatIsOpen())) {
            inBackground(server::endInBackground);
        }
    }

    /** Ends the session if its time is over, warns of its end, and plans the next check. */
    void checkExpiry() {
        if (state() != State.ENDED) {
            warn();
            planExpiryCheck();
        }
    }

    private void warn() {
        if (lifecycle.state() == State.ACTIVE) {
            lifecycle.tellWarnings(sessions.threads.clock().instant(), endsAt());
        }
    }

    private void planExpiryCheck() {
        synchronized (planning) {
            var planned = sessions.threads.after(pause(), () -> inBackground(this::checkExpiry));
            expiryCheck.getAndSet(planned).run();
            if (over.isDone()) {
                planned.run();
            }
        }
    }

    private Duration pause() {
        var end = facts.expiresAt();
        var next = lifecycle.nextWarning(endsAt()).filter(end::isAfter).orElse(end);
        var left = Duration.between(sessions.threads.clock().instant(), next);
        if (left.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
    }

    /** Called after each answer of the server half that the session goes on there. */
    void lasts(SessionValidity validity) {
        var known = idleLimit;
        idleLimit = validity.idleSeconds().map(Duration::ofSeconds);
        if (!known.equals(idleLimit)) {
            checkExpiry();
        }
    }

    private void noticeExpiry() {
        if (!sessions.threads.clock().instant().isBefore(facts.expiresAt())) {
            stopTasksIf(lifecycle.end());
        }
    }

    void end() {
        stopTasksIf(lifecycle.end());
        lifecycle.tellListeners();
    }

    /** Stops the background tasks after a change from which the session cannot become active again. */
    private boolean stopTasksIf(boolean changed) {
        if (changed) {
            over.complete(null);
            Objects.requireNonNull(expiryCheck.get(), "expiry check").run();
            sessions.leave(this);
        }
        return changed;
    }

    void inBackground(Runnable work) {
        try {
            sessions.threads.execute(work);
        } catch (RejectedExecutionException e) {
            // The client is closed: its sessions are locked, and whoever listened was told.
        }
    }

    @Override
    public String toString() {
        return "AuthenticationSession[" + lifecycle.state() + "]";
    }
}
