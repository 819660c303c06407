package io.github.pscsdk.diagnostic;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
     * Answers, from a step on, the questions that findings can answer: a finding selects the choice that leads to its
     * problem's {@link Problem#guideNode()}. Of several the gravest decide; if these disagree, the person is asked.
     * Procedures are never skipped.
     */
    Walk follow(Step from, List<Diagnostic> findings);

    /**
     * One step of the login guide, with everything that a program shows.
     *
     * @param id stable, the same in every language; addresses and support desks may name it
     * @param steps what to do, in order; empty at most questions, and at an end whose title says all
     * @param notes facts to know, and gaps of the published guide, which are shown and not filled
     * @param contacts the bodies that keep contact details, by profession; only in the step about contact details
     * @param choices the next steps to choose from; empty at an end
     * @param source where the title was read; every other part has a source of its own
     */
    record Step(
            String id,
            Kind kind,
            String title,
            List<Sentence> steps,
            List<Sentence> notes,
            List<Link> links,
            List<Contact> contacts,
            List<Choice> choices,
            Source source) {

        /** What the person does at a step. Closed: callers may switch on it without a default branch. */
        public enum Kind {
            /** Chooses an answer. */
            QUESTION,
            /** Does the steps in order, then chooses the result. */
            PROCEDURE,
            /** Nothing: no step follows. */
            END
        }

        public Step {
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
     */
    record Choice(String id, String label, String next, Source source) {
        public Choice {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A link of a step.
     *
     * @param address as the source prints it; empty if it could not be read: say so, and never show a guessed address
     */
    record Link(String label, Optional<URI> address, Source source) {
        public Link {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(source, "source");
        }
    }

    /** A sentence or two of a step: the published guide's, another source's, or the SDK's own. */
    record Sentence(String text, Source source) {
        public Sentence {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Where a part of the login guide was read.
     *
     * @param date when it was published or read, as ISO 8601 writes a year, a month or a day
     */
    record Source(String name, Optional<String> date) {
        private static final int MONTH = "2023-11".length();
        private static final int DAY = "2023-11-02".length();

        public Source {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(date, "date");
        }

        /** Name and date for a person, such as {@code …, novembre 2023}; the name alone where there is no date. */
        public String inWords(Locale locale) {
            return name + date.map(iso -> ", " + words(iso, locale)).orElse("");
        }

        private static String words(String iso, Locale locale) {
            if (iso.length() == DAY) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(LocalDate.parse(iso));
            }
            return iso.length() == MONTH
                    ? DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(iso))
                    : iso;
        }
    }

    /**
     * The professional body that keeps the contact details of a profession.
     *
     * @param professions codes of table TRE_G15 of ANS, such as {@code 10}
     * @param delay how long a change takes, in the person's language
     */
    record Contact(List<String> professions, String label, Link body, Optional<String> delay) {
        public Contact {
            professions = List.copyOf(professions);
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(delay, "delay");
        }
    }

    /** The questions of the login guide that findings have answered, to be shown, and the step that follows them. */
    record Walk(List<Settled> settled, Step step) {
        public Walk {
            settled = List.copyOf(settled);
            Objects.requireNonNull(step, "step");
        }

        /** A question that a finding answered. */
        public record Settled(Step question, Choice choice, Diagnostic finding) {
            public Settled {
                Objects.requireNonNull(question, "question");
                Objects.requireNonNull(choice, "choice");
                Objects.requireNonNull(finding, "finding");
            }
        }
    }
}
