package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One remark of one rule on one value.
 *
 * @param rule which rule, such as {@code V-TEL}
 * @param field where, such as {@code offers[0].phone}
 * @param fr what to do, in French; may repeat the value
 * @param suggestion the text that may be meant, for the professional to accept
 */
public record Finding(String rule, Severity severity, String field, String fr, String en, Optional<String> suggestion) {
    static final Map<String, Severity> SEVERITIES = ClassPathResource.table(Finding.class, "severities.csv").stream()
            .collect(Collectors.toUnmodifiableMap(cells -> cells.get(0), cells -> Severity.valueOf(cells.get(1))));

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

    /**
     * A remark by its key, such as {@code V-TEL.stored}: {@code severities.csv} has them all.
     *
     * @param value may stand in the texts
     */
    public static Finding of(String remark, String field, String value) {
        var text = text(remark, value);
        var suggestion = Optional.of(value).filter(meant -> remark.equals("V-HOR.suggested"));
        var rule = remark.substring(0, remark.indexOf('.'));
        return new Finding(rule, SEVERITIES.get(remark), field, text.french(), text.english(), suggestion);
    }

    /** The fault and the step to take, for a practitioner to read. */
    static LocalizedText text(String remark, String value) {
        return LocalizedText.beside(Finding.class, "remarks", remark, value);
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
