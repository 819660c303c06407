package io.github.pscsdk.plugin.cps.internal.card;

/** The card could not be talked to. */
public final class CardAccessException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, as far as it makes a difference to us. */
    public enum Reason {
        /** The card left the reader. */
        REMOVED,
        /** Somebody reset the card: it forgot where we were. */
        RESET,
        /** Another program keeps it to itself. */
        IN_USE,
        /** It does not answer, or not in any protocol of ours. */
        MUTE,
        /** The reader is gone. */
        READER_GONE,
        /** The PC/SC service is gone. */
        SERVICE_GONE,
        /** The command is not wanted: no further channel, for instance. */
        REFUSED
    }

    private final Reason reason;

    /** What happened, and the exception of the edge; it may be null in tests. */
    public CardAccessException(Reason reason, Throwable cause) {
        super("card access: " + reason, cause);
        this.reason = reason;
    }

    /** What happened. */
    public Reason reason() {
        return reason;
    }
}
