package io.github.pscsdk.example.desktop.outbox;

/** How far an item is. */
public enum ItemPhase {
    /** Being written; nothing is sent. */
    DRAFT,
    /** To be sent; perhaps received already, if the answer was lost. */
    WAITING,
    /** Refused by the receiver, for good: a correction is another item. */
    REJECTED,
    /** The receiver has done it. */
    RECEIVED
}
