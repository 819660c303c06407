package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.example.santefr.web.view.Note;
import java.util.List;

/** A field of the form. */
public sealed interface Control {
    /** Its name when it is sent, and in findings. */
    String name();

    /** What it is for. */
    String label();

    /** How to fill it in; may be blank. */
    String hint();

    /** What the rules remark on it. */
    List<Note> notes();

    /** Where a link leads to. */
    default String id() {
        return Anchors.of(name());
    }

    /** What describes it for who cannot see it; blank if nothing does. */
    default String describedBy() {
        var hinted = hint().isBlank() ? "" : id() + "-hint";
        var noted = notes().isEmpty() ? "" : id() + "-notes";
        return (hinted + " " + noted).strip();
    }

    /** Whether an error is at it. */
    default boolean isInvalid() {
        return notes().stream().anyMatch(note -> note.look().equals("error"));
    }

    /** Whether it is several boxes under one title. */
    default boolean isChoice() {
        return this instanceof ChoiceControl;
    }

    /**
     * A field to type into.
     *
     * @param value what stands in it
     * @param lines 1 for a line, more for an area
     * @param readOnly whether it must stay
     */
    public record TextControl(
            String name, String label, String hint, String value, int lines, boolean readOnly, List<Note> notes)
            implements Control {
        public TextControl {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "TextControl[" + name + "]";
        }
    }

    /**
     * Boxes to tick.
     *
     * @param many whether several may be ticked
     * @param choices in the order to show them
     */
    public record ChoiceControl(
            String name, String label, String hint, boolean many, List<Choice> choices, List<Note> notes)
            implements Control {
        public ChoiceControl {
            choices = List.copyOf(choices);
            notes = List.copyOf(notes);
        }

        /**
         * One box.
         *
         * @param value what is sent
         * @param label what is read
         * @param chosen whether it is ticked
         */
        public record Choice(String value, String label, boolean chosen) {}

        /** The kind of box. */
        public String type() {
            return many ? "checkbox" : "radio";
        }

        @Override
        public String toString() {
            return "ChoiceControl[" + name + "]";
        }
    }
}
