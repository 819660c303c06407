package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a session that reaches every backend out of a verified identity, or leaves no session at all: the contract knows
 * nothing in between.
 */
final class SessionOpening {
    private static final Logger log = LoggerFactory.getLogger(SessionOpening.class);

    private final List<ApiAudience> audiences;
    private final Workers workers;

    SessionOpening(List<ApiAudience> audiences, Workers workers) {
        this.audiences = List.copyOf(audiences);
        this.workers = workers;
    }

    /** Opens the session that a login has come to: on a worker, and the login has its end then. */
    void open(Login login, PscSession session) {
        workers.call(() -> {
            try {
                openNow(login, session);
            } catch (PscException | RuntimeException e) {
                login.fail(e);
            }
            return login;
        });
    }

    private void openNow(Login login, PscSession session) throws PscException, InterruptedException {
        if (login.isOver()) {
            end(new ActiveSession(login.client(), session));
            return;
        }
        exchange(login.client(), session);
        if (!login.succeed(session)) {
            end(new ActiveSession(login.client(), session));
        }
    }

    private void exchange(RelyingParty client, PscSession session) throws PscException, InterruptedException {
        var reachesAll = false;
        try {
            for (var audience : audiences) {
                client.exchange(session.id(), audience);
            }
            reachesAll = true;
        } finally {
            if (!reachesAll) {
                end(new ActiveSession(client, session));
            }
        }
    }

    /** Ends a session that nobody will use; blocks. Never fails: here the session is gone whatever PSC answers. */
    static ActiveSession end(ActiveSession active) {
        try {
            active.client().signOut(active.session().id());
        } catch (PscException e) {
            log.info("a session that nobody uses could not be ended at Pro Santé Connect: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return active;
    }
}
