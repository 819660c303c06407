package io.github.pscsdk.diagnostic;

import java.util.Objects;

/**
 * One answer to a question, or one outcome of a procedure.
 *
 * @param id stable within its step, the same in every language
 * @param label in the person's language
 * @param next the id of the step to which it leads
 * @param source where it was read: that of its step, unless the SDK adds it to a step of the published guide
 */
public record GuideChoice(String id, String label, String next, GuideSource source) {
    public GuideChoice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(source, "source");
    }
}
