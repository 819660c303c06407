package io.github.pscsdk.workstation.internal.http;

/** How far a call came, in the order in which it goes. */
public enum ProbeStage {
    /** Looking up the address of a host name: of the proxy where there is one, else of the server half. */
    NAME,
    /** Opening the connection, and asking a proxy to pass it on. */
    CONNECTION,
    /** Securing it. */
    TLS,
    /** Asking, and waiting for the answer. */
    ANSWER
}
