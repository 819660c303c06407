package io.github.pscsdk.proxy.internal.trace;

/** What was done; the names are the contract's. */
public enum TraceType {
    /** A login succeeded. */
    CONNECT_SUCCESS,
    /** A login was asked for by the owner of an active session: nothing was done. */
    CONNECT_REPLAY,
    /** A login failed, was cancelled, or was asked for in a way that cannot be. */
    CONNECT_FAILURE,
    /** A request went to a backend. */
    SEND,
    /** A session was ended by its owner. */
    DISCONNECT
}
