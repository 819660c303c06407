package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.ShortText;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Asks the person to choose one of several answers. Immutable. */
public final class ChoiceQuestion {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private final ShortText text;
    private final List<ShortText> choices;

    private ChoiceQuestion(ShortText text, List<ShortText> choices) {
        this.text = text;
        this.choices = choices;
    }

    /** A question with its answers, in the order in which they are shown: 2 to 12, each once. */
    public static ChoiceQuestion of(ShortText text, List<ShortText> choices) {
        var all = List.copyOf(choices);
        if (all.size() < FEWEST || all.size() > MOST || new HashSet<>(all).size() != all.size()) {
            throw new IllegalArgumentException(
                    "a choice has " + FEWEST + " to " + MOST + " answers, each of them different");
        }
        return new ChoiceQuestion(Objects.requireNonNull(text, "text"), all);
    }

    /** What is asked. */
    public ShortText text() {
        return text;
    }

    /** The answers, in the order in which they are shown. */
    public List<ShortText> choices() {
        return choices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChoiceQuestion question
                && text.equals(question.text)
                && choices.equals(question.choices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, choices);
    }

    @Override
    public String toString() {
        return "ChoiceQuestion[" + choices.size() + " choices]";
    }
}
