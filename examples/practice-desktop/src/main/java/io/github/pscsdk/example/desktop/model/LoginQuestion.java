package io.github.pscsdk.example.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A question of a login, as data for a window to draw: what is asked, and the parts below it, from top to bottom. */
public record LoginQuestion(DisplayText asked, List<Part> parts) {
    public LoginQuestion {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /** Something to know before the answer. */
    public record Remark(String name, DisplayText words) implements Part {}

    /** An answer that is given by one press. */
    public record Choice(String name, DisplayText words, Runnable give) implements Part {}

    /**
     * An answer that is typed.
     *
     * @param hint the meaning of the text in the field, or what is wrong with it
     * @param tick the words of a box below, which is a part of the answer
     */
    public record TextInput(
            String name,
            DisplayText label,
            Function<String, DisplayText> hint,
            Optional<DisplayText> tick,
            Predicate<String> accepts,
            BiConsumer<String, Boolean> give)
            implements Part {}
}
