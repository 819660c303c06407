package io.github.pscsdk.relyingparty.event;

import io.github.pscsdk.api.professional.NationalId;
import java.util.List;

/**
 * Is told at each login by which identifiers the person is known, so that accounts and data follow somebody whose identifier has changed, or
 * was merged with another: as when ADELI numbers became RPPS numbers, or somebody of Pro Santé Identité (PSI) gets an RPPS number. Move what is
 * kept under one of the later identifiers to the first.
 *
 * <p>Called after all checks and before the session is there, on threads of its own, several at once for several logins. The login waits for
 * two seconds at most, then goes on without; what the listener throws is logged by its class, and harms no login. A login of a person to whom
 * nothing happened is told as well. Where more than 256 calls wait, some logins are not told.
 */
@FunctionalInterface
public interface IdentifiersListener {
    /**
     * Somebody logs in.
     *
     * @param identifiers as {@link io.github.pscsdk.api.professional.Professional#identifiers()} has them: the main one first, all in one spelling
     */
    void loggingIn(List<NationalId> identifiers);
}
