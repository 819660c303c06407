package io.github.pscsdk.diagnostic;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Leads a person from a failed login to one that works: a tree of questions, procedures and ends, in one language. It
 * is the guide that Santé.fr published in November 2023, with additions of the SDK; each sentence names its source. Has
 * no state: a program only keeps the id of a step. Safe for any thread.
 */
public interface LoginGuide {

    /** French or English. */
    Locale language();

    /** The first step, for a person without the code of a problem. */
    Step start();

    /** Every step once, in the order of reading, the start first. */
    List<Step> steps();

    /** The step with that id; empty if this version has none, for instance for an old link. */
    Optional<Step> step(String id);

    /** The step to which a choice of this guide leads. */
    Step answer(Choice choice);

    /** The step after that problem: {@link Problem#guideNode()}, else the one for the party. Never fails. */
    Step after(Problem problem);

    /**
     * Answers, from a step on, the questions that findings can answer, in order: a finding selects the choice that
     * leads to its problem's {@link Problem#guideNode()}. Of several the gravest decide; if these disagree, the person
     * is asked. Procedures are never skipped. The person goes on at the step to which the last choice leads, or else at
     * {@code from}.
     */
    List<Settled> follow(Step from, List<Diagnostic> findings);

    /**
     * One step of the login guide, with everything that a program shows. No step follows one without choices.
     *
     * @param id stable, the same in every language; addresses and support desks may name it
     * @param isQuestion whether the person chooses an answer, rather than does the steps in order and chooses the
     *     result
     * @param steps what to do, in order; empty at most questions, and at an end whose title says all
     * @param notes facts to know, and gaps of the published guide, which are shown and not filled
     * @param contacts the bodies that keep contact details, by profession; only in the step about contact details
     * @param choices the next steps to choose from; empty at an end
     * @param source where the title was read and when, for a person; every other part has a source of its own
     */
    record Step(
            String id,
            boolean isQuestion,
            String title,
            List<Part> steps,
            List<Part> notes,
            List<Part> links,
            List<Contact> contacts,
            List<Choice> choices,
            String source) {
        /** The choice with that id; empty if this step has none. */
        public Optional<Choice> choice(String choiceId) {
            return choices.stream()
                    .filter(choice -> choice.id().equals(choiceId))
                    .findFirst();
        }
    }

    /**
     * One answer to a question, or one outcome of a procedure.
     *
     * @param id stable within its step, the same in every language
     * @param next the id of the step to which it leads
     * @param source where the label was read and when, for a person
     */
    record Choice(String id, String label, String next, String source) {}

    /**
     * A sentence or two of a step: the published guide's, another source's, or the SDK's own; or a link of it.
     *
     * @param address of a link, as the source prints it; empty if it could not be read: say so, and never show a
     *     guessed address
     * @param source where it was read and when, for a person, such as {@code …, novembre 2023}
     */
    record Part(String text, Optional<URI> address, String source) {}

    /**
     * The professional body that keeps the contact details of a profession.
     *
     * @param professions codes of table TRE_G15 of ANS, such as {@code 10}
     * @param body the link to it
     * @param delay how long a change takes, in the person's language
     */
    record Contact(List<String> professions, String label, Part body, Optional<String> delay) {}

    /** A question of the login guide that a finding has answered, to be shown. */
    record Settled(Step question, Choice choice, Diagnostic finding) {}
}
