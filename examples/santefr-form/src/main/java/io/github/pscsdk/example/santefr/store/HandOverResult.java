package io.github.pscsdk.example.santefr.store;

import java.util.Objects;

/**
 * The result of a hand-over.
 *
 * @param how new, already there, or in conflict with what is there
 * @param stored what the database holds under that key now
 */
public record HandOverResult(How how, StoredDeclaration stored) {
    public HandOverResult {
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(stored, "stored");
    }

    public enum How {
        /** Stored just now. */
        NEW,
        /** The same was handed over under this key before. */
        REPEATED,
        /** Something else was handed over under this key before; nothing was changed. */
        CONFLICT
    }
}
