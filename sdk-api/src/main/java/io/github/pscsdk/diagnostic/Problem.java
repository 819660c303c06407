package io.github.pscsdk.diagnostic;

import java.util.Locale;
import java.util.Optional;

/**
 * One kind of problem, with a stable code. Implemented by enums: one per module, and one per third-party plug-in. The
 * texts are beside the enum in {@code problems_fr.properties} and {@code problems_en.properties} (UTF-8), under {@code
 * <code>.title}, {@code <code>.step.1} and so on; values of every language in {@code problems.properties}.
 */
public interface Problem {

    /** A stable, searchable code such as {@code PSC-002}. Never reused for another meaning. */
    String code();

    /** The constant's name, such as {@code NO_ANSWER_IN_TIME}. Every enum implements it already. */
    String name();

    /** Who must act. */
    Party party();

    /**
     * Whether a login that failed with this problem goes on with the next authenticator. By default if the workstation
     * must act; a plug-in overrides it for what means "not available here now", such as a blocked card.
     */
    default Fallback fallback() {
        return Fallback.where(party());
    }

    /**
     * The step of the {@link LoginGuide} where a person goes on, from {@code <code>.guide} in {@code
     * problems.properties} beside the enum; empty if the step for {@link #party()} fits best.
     */
    default Optional<String> guideNode() {
        return RemedyTexts.guideNode(this);
    }

    /** The remedy, in French or English. {@link IllegalStateException} if the enum lacks its texts. */
    default Remedy remedy(Locale locale) {
        return RemedyTexts.of(this, locale);
    }
}
