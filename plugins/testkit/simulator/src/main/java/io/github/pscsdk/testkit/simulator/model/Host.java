package io.github.pscsdk.testkit.simulator.model;

/** An origin that clients of Pro Santé Connect connect to. A minor version may add constants: keep a default branch. */
public enum Host {
    /** Pro Santé Connect itself. */
    AUTH,
    /** Its login page. */
    WALLET,
    /** The authorization server of the target API. */
    API
}
