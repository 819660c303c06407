package io.github.pscsdk.example.desktop.outbox;

/** How far an item is. */
public enum Phase {
    /** Being written; nothing is sent. */
    DRAFT,
    /** To be handed over; perhaps received already, if the answer was lost. */
    WAITING,
    /** Refused by the receiver, for good: to be corrected and handed over as another item. */
    REJECTED,
    /** The receiver has given a receipt. */
    RECEIVED
}
