package io.github.pscsdk.testkit.simulator.internal.model;

/** A change that Pro Santé Connect might make unannounced. */
public enum Drift {
    /** Discovery names all addresses, the issuer's too, under another host name. */
    RENAMED_HOST,
    /** The {@code acr} of ID tokens has a new value. */
    NEW_ACR
}
