package io.github.pscsdk.api.professional;

import java.util.Optional;

/**
 * One place or way of practising (<i>activité</i>).
 *
 * @param mode {@code codeModeExercice}: {@code L} self-employed, {@code S} salaried, {@code B} volunteer
 * @param sector {@code codeSecteurDactivite}, such as {@code SA07}
 * @param pharmacistSection {@code codeSectionPharmacien}
 * @param role {@code codeRole}
 * @param activityKind {@code codeGenreActivite}, such as {@code GENR01}
 * @param structure the employer or practice
 * @param address where it is
 * @param contact how to reach it
 * @param registeredBy {@code autoriteDenregistrement}, such as {@code CNOM/CNOM/CNOM}
 */
public record Workplace(
        Optional<CodedValue> mode,
        Optional<CodedValue> sector,
        Optional<CodedValue> pharmacistSection,
        Optional<CodedValue> role,
        Optional<CodedValue> activityKind,
        Structure structure,
        PostalAddress address,
        Contact contact,
        Optional<String> registeredBy) {

    /** Prints codes only: the name of a practice is often a person's name. */
    @Override
    public String toString() {
        return "Workplace[" + sector.map(CodedValue::code).orElse("?") + ", "
                + mode.map(CodedValue::code).orElse("?") + "]";
    }
}
