package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Leads a person from a failed login to a login that works: a tree of questions, procedures and ends, in one
 * language.
 *
 * <p>It is the guide that Santé.fr published in November 2023, with some additional steps of the SDK; each step names
 * its source. It has no state: a program only keeps the id of a step. Implemented by the SDK. Safe for any thread.
 * Uses neither network nor device.
 */
public interface LoginGuide {

    /** French or English. */
    Locale language();

    /** The first step, for a person without the code of a problem. */
    GuideStep start();

    /** Every step once, in the order of reading, the start first. */
    List<GuideStep> steps();

    /** The step with that id; empty if this version has none, for instance for an old link. */
    Optional<GuideStep> step(String id);

    /**
     * The step to which a choice leads.
     *
     * @throws IllegalArgumentException if it is not a choice of this guide
     */
    GuideStep answer(GuideChoice choice);

    /**
     * The step where a person goes on after that problem: {@link Problem#guideNode()}, otherwise the step for the
     * party that must act. Never fails: a step that this version does not have counts as absent.
     */
    GuideStep after(Problem problem);

    /**
     * Answers, from a step on, the questions that findings can answer. A finding selects the choice that leads to its
     * problem's {@link Problem#guideNode()}. If several findings answer one question, the gravest decide; if these
     * disagree, the person is asked. Procedures are never skipped.
     *
     * @param from the step to begin with
     * @param findings of the health check, in any order
     */
    GuideWalk follow(GuideStep from, List<Diagnostic> findings);
}
