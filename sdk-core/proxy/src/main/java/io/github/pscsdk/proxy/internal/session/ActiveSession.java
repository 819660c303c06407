package io.github.pscsdk.proxy.internal.session;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that holds at this moment.
 *
 * @param client under whose client id the professional logged in
 * @param session who it is
 */
public record ActiveSession(RelyingParty client, PscSession session) {
    private static final Logger log = LoggerFactory.getLogger(ActiveSession.class);

    /** One proxy session is one user and one client id: another person at the same workstation gets no replay. */
    public boolean isOf(String clientId, NationalId person) {
        return session.clientId().equals(clientId) && session.professional().isKnownAs(person);
    }

    /** Ends a session that nobody will use. Never fails: here the session is gone whatever Pro Santé Connect answers. */
    public CompletableFuture<Void> end() {
        return client.signOut(session.id())
                .<Void>handle((done, failure) -> {
                    if (failure != null) {
                        log.info(
                                "a session that nobody uses could not be ended at Pro Santé Connect: {}",
                                failure instanceof PscException
                                        ? failure.getMessage()
                                        : failure.getClass().getName());
                    }
                    return null;
                })
                .toCompletableFuture();
    }
}
