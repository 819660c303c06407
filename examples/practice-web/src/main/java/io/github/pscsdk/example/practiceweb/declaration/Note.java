package io.github.pscsdk.example.practiceweb.declaration;

/**
 * A remark at a field.
 *
 * @param text what is wrong and what to do, in the reader's language
 * @param blocks whether nothing can be handed over before it is corrected
 */
public record Note(String text, boolean blocks) {
    /** Nothing of the text, which may repeat a value. */
    @Override
    public String toString() {
        return "Note[" + blocks + "]";
    }
}
