package io.github.pscsdk.diagnostic;

import java.util.Objects;

/**
 * Something to know at a step: a fact from elsewhere, or a gap of the guide itself, which is shown and not filled in.
 *
 * @param text a sentence or two in the person's language
 * @param source where it was read
 */
public record GuideNote(String text, GuideSource source) {
    /** Checks. */
    public GuideNote {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
    }
}
