package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.Callers.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logins of {@code /connect}, this node's alone: they die with their connections. Safe for any thread. */
public final class ConnectLogins {
    private static final Logger log = LoggerFactory.getLogger(ConnectLogins.class);

    // The limit that nginx, Apache and the load balancers of several clouds have unless they are told another one.
    private static final Duration USUAL_CUT = Duration.ofSeconds(60);
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final SessionOpening opening;
    private final Scheduler timers;
    private final Set<ConnectLogin> waiting = ConcurrentHashMap.newKeySet();
    // A cut was told, or a caller who has waited for longer shows that there is none.
    private final AtomicBoolean cutIsSettled = new AtomicBoolean();

    ConnectLogins(SessionOpening opening, Scheduler timers) {
        this.opening = opening;
        this.timers = timers;
    }

    /**
     * Asks the professional on a device; done as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     * @param since when the caller came, as {@link #now} had it
     * @param within how long the caller waits at most; empty where Pro Santé Connect's own limit is the only one
     */
    public CompletableFuture<ConnectLogin> begin(
            Caller caller, DeviceLogin asked, AdmittedLogin waits, Duration since, Optional<Duration> within) {
        var client = asked.client();
        var login = new ConnectLogin(caller, client, waits, since);
        var begun = client.beginBackchannelLoginHere(asked.request(), asked.message())
                .thenApply(device -> login.follow(device, within))
                .toCompletableFuture();
        return opening.traceUnlessBegun(begun, caller, client, waits);
    }

    /** The time since an arbitrary start. */
    public Duration now() {
        return timers.elapsed();
    }

    void end(PscException stopped) {
        List.copyOf(waiting).forEach(login -> login.fail(stopped));
    }

    /** A {@code /connect} that waits. The first end counts. Safe for any thread. */
    public final class ConnectLogin {
        private final Caller caller;
        private final RelyingParty client;
        private final AdmittedLogin waits;
        private final Duration since;
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();

        private ConnectLogin(Caller caller, RelyingParty client, AdmittedLogin waits, Duration since) {
            this.caller = caller;
            this.client = client;
            this.waits = waits;
            this.since = since;
        }

        private ConnectLogin follow(BackchannelLogin device, Optional<Duration> within) {
            waits.pendsUntil(device.deadline());
            waiting.add(this);
            outcome.whenComplete((session, failure) -> {
                waiting.remove(this);
                device.cancel();
            });
            device.outcome().whenComplete((session, failure) -> {
                if (failure == null) {
                    conclude(new ActiveSession(client, session));
                } else {
                    fail(Futures.causeOf(failure));
                }
            });
            within.map(limit -> timers.limit(limit.minus(waited()), this::expire))
                    .ifPresent(cancel -> outcome.whenComplete((session, failure) -> cancel.run()));
            return this;
        }

        private void conclude(ActiveSession active) {
            if (over.get()) {
                active.end();
                return;
            }
            opening.open(active, caller.origin(), this::end).whenComplete((done, unopened) -> {
                if (unopened == null) {
                    outcome.complete(active.session());
                } else {
                    active.end().whenComplete((ended, failed) -> refuse(Futures.causeOf(unopened)));
                }
            });
        }

        private void refuse(Throwable unopened) {
            if (over.get()) {
                outcome.completeExceptionally(unopened);
            } else {
                fail(unopened);
            }
        }

        /**
         * Completes with the session; or exceptionally with a {@link PscException} or a {@link CancellationException}.
         */
        public CompletableFuture<PscSession> outcome() {
            return outcome.copy();
        }

        private Duration waited() {
            return timers.elapsed().minus(since);
        }

        /** The caller has left. A session that comes all the same is ended at once. */
        public void cancel() {
            var isUsualCut = waited().minus(USUAL_CUT).abs().compareTo(MARGIN) <= 0;
            if (isUsualCut && !cutIsSettled.getAndSet(true)) {
                log.warn(
                        "{}: a caller of /connect was cut off after {} s, before the professional had answered",
                        ServerProblem.CONNECT_CUT.code(),
                        USUAL_CUT.toSeconds());
            }
            fail(new CancellationException("cancelled"));
        }

        private void expire() {
            fail(RefusedException.of(504, LoginProblem.NO_ANSWER_IN_TIME));
        }

        /** Ends the wait, of which nobody is told yet; false where it had ended before. */
        private boolean end() {
            if (waited().compareTo(USUAL_CUT.plus(MARGIN)) > 0) {
                cutIsSettled.set(true);
            }
            var first = over.compareAndSet(false, true);
            if (first) {
                // Before anybody learns of the end.
                waits.end();
            }
            return first;
        }

        /** The trace is awaited, too, and never fails. */
        private void fail(Throwable failure) {
            if (end()) {
                opening.traceFailure(
                                caller.origin(),
                                client.clientId(),
                                waits.person().map(NationalId::value))
                        .thenRun(() -> outcome.completeExceptionally(failure));
            }
        }
    }
}
