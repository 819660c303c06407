package io.github.pscsdk.relyingparty.event;

import io.github.pscsdk.api.professional.NationalId;
import java.util.List;

/**
 * Is told at each login, also where nothing changed, by which identifiers the person is known, so that accounts follow
 * somebody whose identifier has changed or was merged (ADELI to RPPS, PSI to RPPS). Move what is kept under a later
 * identifier to the first.
 *
 * <p>Called after all checks and before the session is there, on threads of its own, several at once. The login waits
 * two seconds at most; what the listener throws is logged by its class, and harms no login. Where more than 256 calls
 * wait, some logins are not told.
 */
@FunctionalInterface
public interface IdentifiersListener {
    /**
     * Somebody logs in: by the {@link io.github.pscsdk.api.professional.Professional#identifiers()}, the main one
     * first.
     */
    void loggingIn(List<NationalId> identifiers);
}
