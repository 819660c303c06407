package io.github.pscsdk.diagnostic;

/**
 * Whether a login goes on with the next authenticator of its request when one fails; {@code docs/choose-the-way-in.md}
 * has the table. It does if a way is <i>unavailable</i>, and stops if somebody said <i>no</i>. After an answer from Pro
 * Santé Connect it always stops: nobody is asked a second time by another way.
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
