package io.github.pscsdk.example.santefr.web.form;

import java.util.List;

/** A field of the form. */
public sealed interface Control permits TextControl, ChoiceControl {
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
}
