package io.github.pscsdk.diagnostic;

import java.util.Locale;
import java.util.Optional;

/**
 * One kind of trouble, with a stable code. Implemented by enums: one per module, and one per third-party plug-in.
 *
 * <p>The texts of an enum live beside it in {@code problems_fr.properties} and {@code problems_en.properties} (UTF-8),
 * under {@code <code>.title} and {@code <code>.step.1}, {@code <code>.step.2} and so on; what no language changes, in {@code
 * problems.properties}.
 */
public interface Problem {

    /** A stable, searchable code such as {@code PSC-002}. Never reused for another meaning. */
    String code();

    /** The constant's name, such as {@code NO_ANSWER_IN_TIME}; every enum has it already. */
    String name();

    /** Who must act. */
    Party party();

    /**
     * Whether a login that failed so goes on with the next way in of its request; {@link Fallback#NEXT_WAY} where the workstation
     * must act, unless overridden. An enum of a plug-in overrides it for constants that mean "not here, not now" although
     * somebody else must act, such as a blocked card.
     */
    default Fallback fallback() {
        return Fallback.where(party());
    }

    /**
     * The step of the {@link LoginGuide} where a person goes on; empty where none fits better than that for {@link #party()}. Read from
     * the file {@code problems.properties} beside the enum, under {@code <code>.guide}; an enum without that file names none.
     */
    default Optional<String> guideNode() {
        return RemedyTexts.guideNode(this);
    }

    /**
     * The remedy in French where {@code locale} asks for French, in English otherwise.
     *
     * @throws IllegalStateException if the enum lacks its texts, which is a mistake of its author
     */
    default Remedy remedy(Locale locale) {
        return RemedyTexts.of(this, locale);
    }
}
