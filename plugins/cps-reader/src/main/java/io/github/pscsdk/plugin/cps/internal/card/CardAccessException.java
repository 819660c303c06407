package io.github.pscsdk.plugin.cps.internal.card;

/** The card could not be talked to. */
public class CardAccessException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, as far as it makes a difference to us. */
    public enum Reason {
        REMOVED,
        /** Another program reset the card, which forgets then what was selected. */
        RESET,
        IN_USE,
        /** It does not answer, or not in any protocol of ours. */
        MUTE,
        READER_GONE,
        SERVICE_GONE,
        /** The card or the reader refuses, for example one more channel. */
        REFUSED,
        /** The card answers, but not what was asked for: see {@link CardDataException}. */
        UNREADABLE
    }

    private final Reason reason;

    CardAccessException(Reason reason) {
        super("card access: " + reason);
        this.reason = reason;
    }

    /** @param cause of PC/SC */
    public CardAccessException(Reason reason, Throwable cause) {
        super("card access: " + reason, cause);
        this.reason = reason;
    }

    CardAccessException(String message) {
        super(message);
        this.reason = Reason.UNREADABLE;
    }

    public final Reason reason() {
        return reason;
    }
}
