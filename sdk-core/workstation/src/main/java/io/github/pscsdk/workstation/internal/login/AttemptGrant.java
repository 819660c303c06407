package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Grant;
import io.github.pscsdk.workstation.internal.http.SessionHandle;
import java.util.Optional;

/** The grant that one attempt has brought so far, which is no other attempt's. Safe for any thread. */
final class AttemptGrant {
    private Optional<SessionHandle> brought = Optional.empty();
    private boolean over;

    /**
     * Keeps a session that the professional has granted; empty where the attempt has ended, and nobody gets that
     * session.
     */
    synchronized Optional<Grant> bring(SessionHandle handle) {
        if (over) {
            return Optional.empty();
        }
        brought = Optional.of(handle);
        return Optional.of(handle);
    }

    /**
     * Ends the attempt: the authenticator brings nothing any more, even if it still runs. The session that it has
     * brought.
     */
    synchronized Optional<SessionHandle> end() {
        over = true;
        return brought;
    }

    /**
     * Ends the attempt by the grant that the authenticator has returned: {@code PLUGIN_FAILED} if it is not the one
     * that this attempt has brought.
     */
    synchronized SessionHandle handleOf(Grant returned) throws PscException {
        over = true;
        return brought.filter(handle -> handle == returned)
                .orElseThrow(() ->
                        new PscException(PluginProblem.PLUGIN_FAILED, "the grant is not the one of this attempt"));
    }
}
