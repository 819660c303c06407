package io.github.pscsdk.example.proxy.login;

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

    SessionOpening(List<ApiAudience> audiences) {
        this.audiences = List.copyOf(audiences);
    }

    /** Exchanges the tokens; blocks. */
    void exchange(RelyingParty client, PscSession session) throws PscException, InterruptedException {
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
