package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way from a login that does not work to one that does: a tree of questions, procedures and ends, in one language.
 *
 * <p>It is the guide that Santé.fr published in November 2023, and some steps of the SDK's own around it; each step says whose
 * it is. There is no state: a step's id is all that a renderer keeps. Implemented by the SDK; safe for any thread; touches
 * neither network nor device.
 */
public interface LoginGuide {

    /** French or English. */
    Locale language();

    /** Where a person begins who has no problem's code. */
    GuideStep start();

    /** Every step once, in the order of reading, the start first. */
    List<GuideStep> steps();

    /** The step of that id; empty where this version has none, as for an id from somebody's old link. */
    Optional<GuideStep> step(String id);

    /**
     * Where a choice leads.
     *
     * @throws IllegalArgumentException if it is not a choice of this guide
     */
    GuideStep answer(GuideChoice choice);

    /**
     * Where a person goes on who has seen that problem: at {@link Problem#guideNode()}, else at the step for whoever must act. Never
     * fails; a step that this version does not have counts as none.
     */
    GuideStep after(Problem problem);

    /**
     * Answers by itself, from a step on, what the findings settle. A finding speaks for the choice that leads to its problem's
     * {@link Problem#guideNode()}. Of several that speak to a question the gravest decide; where those disagree, the person is
     * asked. Procedures are never skipped.
     *
     * @param from where to begin, such as what the person has just been led to
     * @param findings of the health check, in any order
     */
    GuideWalk follow(GuideStep from, List<Diagnostic> findings);
}
