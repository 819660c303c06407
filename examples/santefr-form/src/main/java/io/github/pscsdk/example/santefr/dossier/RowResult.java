package io.github.pscsdk.example.santefr.dossier;

import java.util.Locale;

/** The result of the import of one row. */
public enum RowResult {
    /** A draft was begun for it. */
    BEGUN,
    /** A dossier was there for it already, and is as it was. */
    KNOWN,
    /** It has an error. */
    REJECTED,
    /** It has none, but the professional has as many drafts as are kept. */
    OVER_LIMIT;

    /** Such as {@code over-limit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
