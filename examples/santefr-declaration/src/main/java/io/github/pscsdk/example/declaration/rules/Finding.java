package io.github.pscsdk.example.declaration.rules;

import java.util.Objects;

/**
 * One remark of one rule on one value.
 *
 * @param rule which rule, such as {@code V-TEL}
 * @param severity what it means for the declaration
 * @param field where, such as {@code offers[0].phone}
 * @param fr what to do, in French; may repeat the value
 * @param en the same in English
 */
public record Finding(String rule, Severity severity, String field, String fr, String en) {
    /** Checks. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return rule + "(" + severity + ") on " + field;
    }
}
