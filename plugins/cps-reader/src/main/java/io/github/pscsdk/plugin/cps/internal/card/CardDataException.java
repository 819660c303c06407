package io.github.pscsdk.plugin.cps.internal.card;

/** The card answered, but not what was asked for. */
public final class CardDataException extends CardAccessException {
    private static final long serialVersionUID = 1L;

    /** Data that cannot be understood; {@code message} never holds the data. */
    CardDataException(String message) {
        super(message);
    }

    CardDataException(String message, int statusWord) {
        super(message + ": status " + Integer.toHexString(statusWord));
    }
}
