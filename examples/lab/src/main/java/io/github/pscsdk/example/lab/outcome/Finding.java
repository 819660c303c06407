package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.diagnostic.Language;
import java.util.Objects;

/**
 * What a rule found in one row. Prints its rule only: the texts may repeat a cell.
 *
 * @param rule its identifier, such as {@code V-TEL}
 * @param severity what follows from it
 * @param field where, such as {@code offers[0].phone}; empty where it is about the whole row
 * @param fr what to do, in French; may be empty
 * @param en the same in English
 */
public record Finding(String rule, Severity severity, String field, String fr, String en) {
    /** The rule of this end: the row cannot be read at all, so that nothing could be sent. */
    public static final String UNREADABLE_ROW = "ROW";

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    /** A finding that rejects the row as a whole. */
    public static Finding rejecting(String rule) {
        return new Finding(rule, Severity.ERROR, "", "", "");
    }

    /** What to do; may be empty. */
    public String text(Language language) {
        return language == Language.FRENCH ? fr : en;
    }

    @Override
    public String toString() {
        return rule + "(" + severity + ")";
    }
}
