package io.github.pscsdk.diagnostic;

import java.util.Locale;
import java.util.Optional;

/**
 * One kind of problem, with a stable code. Implemented by enums: one per module, and one per third-party plug-in.
 *
 * <p>The texts of an enum are beside it in {@code problems_fr.properties} and {@code problems_en.properties} (UTF-8),
 * under {@code <code>.title} and {@code <code>.step.1}, {@code <code>.step.2} and so on. Values that are the same in
 * every language are in {@code problems.properties}.
 */
public interface Problem {

    /** A stable, searchable code such as {@code PSC-002}. Never reused for another meaning. */
    String code();

    /** The constant's name, such as {@code NO_ANSWER_IN_TIME}. Every enum implements it already. */
    String name();

    /** Who must act. */
    Party party();

    /**
     * Whether a login that failed with this problem goes on with the next authenticator of its request. The default
     * is {@link Fallback#NEXT_WAY} if the workstation must act, otherwise {@link Fallback#STOP}. An enum of a plug-in
     * overrides it for constants that mean "not available here now" although somebody else must act, such as a
     * blocked card.
     */
    default Fallback fallback() {
        return Fallback.where(party());
    }

    /**
     * The step of the {@link LoginGuide} where a person goes on; empty if the step for {@link #party()} fits best.
     * Read from the file {@code problems.properties} beside the enum, under {@code <code>.guide}; an enum without
     * that file names none.
     */
    default Optional<String> guideNode() {
        return RemedyTexts.guideNode(this);
    }

    /**
     * The remedy, in French for a French {@code locale}, in English otherwise.
     *
     * @throws IllegalStateException if the enum lacks its texts, which is a mistake of its author
     */
    default Remedy remedy(Locale locale) {
        return RemedyTexts.of(this, locale);
    }
}
