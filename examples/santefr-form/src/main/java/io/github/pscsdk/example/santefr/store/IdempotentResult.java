package io.github.pscsdk.example.santefr.store;

/**
 * The result of a hand-over.
 *
 * @param stored what the database holds under that key now
 */
public record IdempotentResult(How how, StoredDeclaration stored) {
    static IdempotentResult fresh(StoredDeclaration stored) {
        return new IdempotentResult(How.NEW, stored);
    }

    /** There was something under that key before. */
    public static IdempotentResult repeated(StoredDeclaration before, boolean isSame) {
        return new IdempotentResult(isSame ? How.REPEATED : How.CONFLICT, before);
    }

    /** New, the same again, or in conflict. */
    public enum How {
        /** Stored just now. */
        NEW,
        /** The same was handed over under this key before. */
        REPEATED,
        /** Something else was handed over under this key before; nothing was changed. */
        CONFLICT
    }
}
