package io.github.pscsdk.relyingparty.internal.drift;

/** Where a difference stands. A minor version may add constants: keep a default branch. */
public enum DriftArea {
    /** The discovery document. */
    DISCOVERY,
    /** The published keys. */
    KEYS,
    /** An ID token or a UserInfo document. */
    LOGIN,
    /** The protection of the connection. */
    TLS
}
