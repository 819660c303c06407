package io.github.pscsdk.api;

/** Which Pro Santé Connect the server half talks to. A minor version may add constants: keep a default branch. */
public enum Environment {
    /** The real one: real professionals, real cards. */
    PRODUCTION,
    /** ANS's sandbox (<i>bac à sable</i>, BAS): test cards and test identities. */
    SANDBOX,
    /** A simulator on the same machine. A simulated login is no habilitation. */
    SIMULATOR,
    /** Another environment, which the operator configured. */
    CUSTOM,
    /** The server half does not say which: it speaks ANS's plain contract alone. */
    UNKNOWN
}
