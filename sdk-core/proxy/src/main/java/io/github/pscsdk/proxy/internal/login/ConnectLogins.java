package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.admission.DeviceLogin;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.session.Caller;
import io.github.pscsdk.proxy.internal.session.RelyingParties.ActiveSession;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The logins of {@code /connect}, which waits itself: they are this node's alone, and die with their connections. Safe for any thread. */
public final class ConnectLogins {
    private final SessionOpening opening;
    private final Set<ConnectLogin> waiting = ConcurrentHashMap.newKeySet();

    ConnectLogins(SessionOpening opening) {
        this.opening = opening;
    }

    /**
     * Asks the professional on a device; the future has the login as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<ConnectLogin> begin(Caller caller, DeviceLogin asked, PendingLogin waits) {
        var client = asked.client();
        var begun = client.beginBackchannelLoginHere(asked.request(), asked.message())
                .thenApply(device -> follow(device, caller, client, waits))
                .toCompletableFuture();
        return opening.traceUnlessBegun(begun, caller, client, waits);
    }

    private ConnectLogin follow(BackchannelLogin device, Caller caller, RelyingParty client, PendingLogin waits) {
        waits.pendsUntil(device.deadline());
        var person = waits.person().map(NationalId::value);
        var login =
                new ConnectLogin(waits::end, () -> opening.traceFailure(caller.origin(), client.clientId(), person));
        waiting.add(login);
        login.outcome.whenComplete((session, failure) -> {
            waiting.remove(login);
            device.cancel();
        });
        device.outcome().whenComplete((session, failure) -> conclude(login, client, caller, session, failure));
        return login;
    }

    private void conclude(
            ConnectLogin login, RelyingParty client, Caller caller, PscSession session, Throwable failure) {
        if (failure != null) {
            login.fail(RelyingParty.causeOf(failure));
            return;
        }
        var active = new ActiveSession(client, session);
        if (login.over.get()) {
            active.end();
            return;
        }
        opening.open(active, caller.origin(), login::end).whenComplete((done, unopened) -> {
            if (unopened == null) {
                login.outcome.complete(session);
            } else {
                active.end().whenComplete((ended, failed) -> refuse(login, RelyingParty.causeOf(unopened)));
            }
        });
    }

    private static void refuse(ConnectLogin login, Throwable unopened) {
        if (login.over.get()) {
            login.outcome.completeExceptionally(unopened);
        } else {
            login.fail(unopened);
        }
    }

    /** The proxy stops: whoever waits is told so. */
    void end(PscException stopped) {
        List.copyOf(waiting).forEach(login -> login.fail(stopped));
    }

    /** A {@code /connect} that waits. The first end counts. Safe for any thread. */
    public static final class ConnectLogin {
        private final Runnable atEnd;
        private final Supplier<CompletableFuture<Void>> atFailure;
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();

        /**
         * A login that Pro Santé Connect has accepted.
         *
         * @param atEnd runs before anybody learns of the end
         * @param atFailure is awaited too where there is no session; never fails
         */
        private ConnectLogin(Runnable atEnd, Supplier<CompletableFuture<Void>> atFailure) {
            this.atEnd = atEnd;
            this.atFailure = atFailure;
        }

        /**
         * Completes with the session; or exceptionally with a {@link PscException}, or with a {@link CancellationException}. A copy: completing it changes
         * nothing.
         */
        public CompletableFuture<PscSession> outcome() {
            return outcome.copy();
        }

        /** Stops waiting. A session that comes all the same is ended at once. */
        public void cancel() {
            fail(new CancellationException("cancelled"));
        }

        /** Ends the wait, of which nobody is told yet; false where it had ended before. */
        private boolean end() {
            var first = over.compareAndSet(false, true);
            if (first) {
                atEnd.run();
            }
            return first;
        }

        private void fail(Throwable failure) {
            if (end()) {
                atFailure.get().thenRun(() -> outcome.completeExceptionally(failure));
            }
        }
    }
}
