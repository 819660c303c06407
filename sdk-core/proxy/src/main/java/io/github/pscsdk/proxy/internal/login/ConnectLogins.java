package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.session.ActiveSession;
import io.github.pscsdk.proxy.internal.session.SessionOpening;
import io.github.pscsdk.relyingparty.BackchannelLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The logins of {@code /connect}, which waits itself: they are this node's alone, and die with their connections. Safe for any thread. */
public final class ConnectLogins {
    private final SessionOpening opening;
    private final FailureTraces failures;
    private final Set<ConnectLogin> waiting = ConcurrentHashMap.newKeySet();

    ConnectLogins(SessionOpening opening, FailureTraces failures) {
        this.opening = opening;
        this.failures = failures;
    }

    /**
     * Asks the professional on a device; the future has the login as soon as Pro Santé Connect accepted the request.
     *
     * @param waits is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<ConnectLogin> begin(
            Caller caller,
            RelyingParty client,
            BackchannelRequest request,
            BindingMessage message,
            PendingLogin waits) {
        var begun = client.beginBackchannelLoginHere(request, message)
                .thenApply(device -> follow(device, caller, client, waits))
                .toCompletableFuture();
        return failures.addUnlessBegun(begun, caller, client, waits);
    }

    private ConnectLogin follow(BackchannelLogin device, Caller caller, RelyingParty client, PendingLogin waits) {
        waits.pendsUntil(device.deadline());
        var person = waits.person().map(NationalId::value);
        var login = new ConnectLogin(waits::end, () -> failures.add(caller.origin(), client.clientId(), person));
        waiting.add(login);
        login.outcome().whenComplete((session, failure) -> {
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
        if (login.isOver()) {
            active.end();
            return;
        }
        opening.open(active, caller.origin(), login::succeed).whenComplete((done, unopened) -> {
            if (unopened == null) {
                login.tell(session);
            } else {
                active.end().whenComplete((ended, failed) -> refuse(login, RelyingParty.causeOf(unopened)));
            }
        });
    }

    private static void refuse(ConnectLogin login, Throwable unopened) {
        if (login.isOver()) {
            login.tell(unopened);
        } else {
            login.fail(unopened);
        }
    }

    /** The proxy stops: whoever waits is told so. */
    void end(PscException stopped) {
        List.copyOf(waiting).forEach(login -> login.fail(stopped));
    }
}
