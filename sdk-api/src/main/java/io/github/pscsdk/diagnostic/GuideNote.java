package io.github.pscsdk.diagnostic;

import java.util.Objects;

/**
 * A note at a step: a fact from another source, or a gap of the published guide, which is shown and not filled.
 *
 * @param text a sentence or two in the person's language
 * @param source where it was read
 */
public record GuideNote(String text, GuideSource source) {
    public GuideNote {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
    }
}
