package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.diagnostic.Language;
import java.util.Objects;
import java.util.Optional;

/**
 * One remark of one rule on one value.
 *
 * @param rule which rule, such as {@code V-TEL}
 * @param severity what it means for the declaration
 * @param field where, such as {@code offers[0].phone}
 * @param fr what to do, in French; may repeat the value
 * @param en the same in English
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

    /** Without a suggestion. */
    public Finding(String rule, Severity severity, String field, String fr, String en) {
        this(rule, severity, field, fr, en, Optional.empty());
    }

    /** Whether it stands in the way of a hand-over. */
    public boolean isError() {
        return severity == Severity.E;
    }

    /** What to do; may repeat the value. */
    public String text(Language language) {
        return language == Language.FRENCH ? fr : en;
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return rule + "(" + severity + ") on " + field;
    }

    /** What a finding means for the declaration. */
    public enum Severity {
        /** Error: the declaration is rejected. */
        E,
        /** Warning: accepted, and shown to the professional. */
        W,
        /** Normalised: accepted, written in the form's own spelling. */
        N
    }

    /** The rules, by the identifiers under which findings name them. */
    public enum RuleId {
        /** National identifier. */
        V_IDN,
        /** RPPS number. */
        V_RPPS,
        /** FINESS number. */
        V_FINESS,
        /** SIREN and SIRET numbers. */
        V_SIREN,
        /** Code of the commune. */
        V_INSEE,
        /** Postcode. */
        V_CP,
        /** Position. */
        V_GEO,
        /** Telephone. */
        V_TEL,
        /** Website. */
        V_URL,
        /** Opening hours. */
        V_HOR,
        /** Dates. */
        V_DATE,
        /** By appointment, so a way to book. */
        V_RDV,
        /** Public texts. */
        V_TXT,
        /** Values of a list, and yes or no: no rule of the reference, but ours. */
        V_LIST,
        /** Something offered by somebody entitled to. */
        V_OFFRE;

        /** The identifier, such as {@code V-TEL}. */
        public String code() {
            return name().replace('_', '-');
        }
    }
}
