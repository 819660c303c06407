package io.github.pscsdk.api;

/** How Pro Santé Connect asks the professional in a back-channel login (PSC's own parameter {@code channel}). */
public enum Channel {
    /** The CPS card, through CPS-Gestion on the workstation. */
    CARD,
    /** The e-CPS application on the professional's phone. */
    MOBILE
}
