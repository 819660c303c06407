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

    /** The party that must act. */
    Party party();

    /**
     * Whether a login that failed with this problem goes on with the next authenticator of its request; {@code
     * docs/choose-the-way-in.md} has the table. It does if a way is <i>unavailable</i>, and stops if somebody said
     * <i>no</i>. After an answer from Pro Santé Connect it always stops: nobody is asked a second time by another way.
     *
     * <p>By default if the workstation must act; a plug-in overrides it for what means "not available here now", such
     * as a blocked card.
     */
    default boolean allowsNextWay() {
        return party() == Party.WORKSTATION;
    }

    /**
     * The step of the {@link LoginGuide} where a person goes on, from {@code <code>.guide} in {@code
     * problems.properties} beside the enum; empty if the step for {@link #party()} fits best.
     */
    default Optional<String> guideNode() {
        return Texts.load(getClass(), "problems.properties").map(facts -> facts.get(code() + ".guide"));
    }

    /** The remedy, in French or English. {@link IllegalStateException} if the enum lacks its texts. */
    default Remedy remedy(Locale locale) {
        return Texts.beside(getClass(), "problems", Language.of(locale)).remedy(code());
    }
}
