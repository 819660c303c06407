package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.ShortText;
import java.util.Objects;

/** Asks the person something that is answered by yes or no. Immutable. */
public final class YesNoQuestion {
    private final ShortText text;

    private YesNoQuestion(ShortText text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** A question. */
    public static YesNoQuestion of(ShortText text) {
        return new YesNoQuestion(text);
    }

    /** What is asked. */
    public ShortText text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YesNoQuestion question && text.equals(question.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "YesNoQuestion[]";
    }
}
