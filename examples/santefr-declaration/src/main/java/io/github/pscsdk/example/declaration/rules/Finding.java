package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Objects;
import java.util.Optional;

/**
 * One remark of one rule on one value.
 *
 * @param rule which rule, such as {@code V-TEL}
 * @param field where, such as {@code offers[0].phone}
 * @param fr what to do, in French; may repeat the value
 * @param suggestion the text that may be meant, for the professional to accept
 */
public record Finding(String rule, Severity severity, String field, String fr, String en, Optional<String> suggestion) {
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(suggestion, "suggestion");
    }

    public Finding(String rule, Severity severity, String field, String fr, String en) {
        this(rule, severity, field, fr, en, Optional.empty());
    }

    /** Whether it stands in the way of a hand-over. */
    public boolean isError() {
        return severity == Severity.E;
    }

    /** The step to take; may repeat the value. */
    public String text(Language language) {
        return language == Language.FRENCH ? fr : en;
    }

    /** The value that a rule looks at, such as {@code téléphone}; empty for a rule of somebody else's. */
    public static Optional<String> title(String rule, Language language) {
        return Texts.beside(Finding.class, "titles", language).find(rule);
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return rule + "(" + severity + ") on " + field;
    }

    public enum Severity {
        /** Error: the declaration is rejected. */
        E,
        /** Warning: accepted, and shown to the professional. */
        W,
        /** Normalised: accepted, written in the form's own spelling. */
        N
    }
}
