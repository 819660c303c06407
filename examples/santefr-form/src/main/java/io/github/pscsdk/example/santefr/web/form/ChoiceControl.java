package io.github.pscsdk.example.santefr.web.form;

import java.util.List;

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
