package io.github.pscsdk.diagnostic;

/**
 * What becomes of a login that names several ways in, when one of them fails: the policy of {@code docs/choose-the-way-in.md}, the
 * same for all authenticators.
 *
 * <p>A way that is <i>unavailable</i> leaves room for the next; a person or a Pro Santé Connect that said <i>no</i> does not, nor
 * does a trouble that the next way would have just as much. Whatever a problem says here, nothing comes after an answer from Pro
 * Santé Connect: nobody is asked a second time by another way.
 */
public enum Fallback {
    /** The way is unavailable here and now: the next one of the request has its turn. */
    NEXT_WAY,
    /** The login ends. */
    STOP;

    /** What holds unless a problem says otherwise: only what the workstation lacks leaves room for another way. */
    static Fallback where(Party acts) {
        return acts == Party.WORKSTATION ? NEXT_WAY : STOP;
    }
}
