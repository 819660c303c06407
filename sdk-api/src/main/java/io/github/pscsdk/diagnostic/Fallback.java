package io.github.pscsdk.diagnostic;

/**
 * Whether a login goes on with the next authenticator of its request when one fails. The table is in
 * {@code docs/choose-the-way-in.md}, and is the same for all authenticators.
 *
 * <p>The next one is tried if a way is <i>unavailable</i>. The login stops if a person or Pro Santé Connect said
 * <i>no</i>, or if the next way would have the same trouble. After an answer from Pro Santé Connect the login always
 * stops, whatever a problem says here: nobody is asked a second time by another way.
 */
public enum Fallback {
    /** The way is unavailable now: the next one of the request is tried. */
    NEXT_WAY,
    /** The login ends. */
    STOP;

    /** The default: only a problem of the workstation leads to the next way. */
    static Fallback where(Party acts) {
        return acts == Party.WORKSTATION ? NEXT_WAY : STOP;
    }
}
