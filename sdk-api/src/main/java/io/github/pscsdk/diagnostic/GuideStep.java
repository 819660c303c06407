package io.github.pscsdk.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of the login guide, with everything that a program shows: title, steps, notes, links, contacts, choices,
 * source.
 *
 * @param id stable, the same in every language; addresses and support desks may name it
 * @param kind what the person does here
 * @param title one sentence: the question, what to do, or the result
 * @param steps what to do, in order; empty at most questions
 * @param notes facts from other sources and gaps of the guide, each with its source
 * @param links where to go
 * @param contacts the bodies that keep contact details, by profession; only in the step about contact details
 * @param choices the next steps to choose from; empty at an end
 * @param source where the step was read
 */
public record GuideStep(
        String id,
        Kind kind,
        String title,
        List<String> steps,
        List<GuideNote> notes,
        List<GuideLink> links,
        List<GuideContact> contacts,
        List<GuideChoice> choices,
        GuideSource source) {

    /** What the person does at a step. Closed: callers may switch on it without a default branch. */
    public enum Kind {
        /** Chooses an answer. */
        QUESTION,
        /** Does the steps in order, then chooses the result. */
        PROCEDURE,
        /** Nothing: no step follows. */
        END
    }

    public GuideStep {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
        choices = List.copyOf(choices);
        Objects.requireNonNull(source, "source");
    }

    /** The choice with that id; empty if this step has none. */
    public Optional<GuideChoice> choice(String choiceId) {
        return choices.stream().filter(choice -> choice.id().equals(choiceId)).findFirst();
    }
}
