package io.github.pscsdk.plugin.cps.internal.card;

/** The card answered, but not what was asked for. */
public final class CardDataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int statusWord;

    /** Data that cannot be understood; {@code message} never holds the data. */
    public CardDataException(String message) {
        this(message, CardCommands.Response.OK);
    }

    /** A status word that ends what we wanted to do. */
    CardDataException(String message, int statusWord) {
        super(message + (statusWord == CardCommands.Response.OK ? "" : ": status " + Integer.toHexString(statusWord)));
        this.statusWord = statusWord;
    }

    /** The status word; 9000 where the data was at fault. */
    int statusWord() {
        return statusWord;
    }
}
