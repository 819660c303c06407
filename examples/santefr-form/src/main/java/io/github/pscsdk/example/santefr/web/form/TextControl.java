package io.github.pscsdk.example.santefr.web.form;

import java.util.List;

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
