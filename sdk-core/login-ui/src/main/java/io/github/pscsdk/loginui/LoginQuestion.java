package io.github.pscsdk.loginui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A question of a login, as data for a window to draw: what is asked, and the parts below it, from top to bottom. The
 * first answer counts.
 */
final class LoginQuestion<T> {
    private final DisplayText asked;
    private final List<Part> parts = new ArrayList<>();
    private final BlockingQueue<T> answer = new ArrayBlockingQueue<>(1);

    LoginQuestion(DisplayText asked) {
        this.asked = asked;
    }

    sealed interface Part {}

    /** Something to know before the answer. */
    record Remark(String name, DisplayText words) implements Part {}

    /** An answer that is given by one press. */
    record Choice(String name, DisplayText words, Runnable give) implements Part {}

    /**
     * An answer that is typed.
     *
     * @param hint the meaning of the text in the field, or what is wrong with it
     * @param tick the words of a box below, which is a part of the answer
     */
    record TextInput(
            String name,
            DisplayText label,
            Function<String, DisplayText> hint,
            Optional<DisplayText> tick,
            Predicate<String> accepts,
            BiConsumer<String, Boolean> give)
            implements Part {}

    DisplayText asked() {
        return asked;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Waits for the answer. */
    T answer() throws InterruptedException {
        return answer.take();
    }

    void give(T meaning) {
        answer.offer(meaning);
    }

    LoginQuestion<T> with(Part part) {
        parts.add(part);
        return this;
    }

    LoginQuestion<T> choice(String name, DisplayText words, T meaning) {
        return with(new Choice(name, words, () -> give(meaning)));
    }

    LoginQuestion<T> input(
            String name, DisplayText label, DisplayText hint, Predicate<String> accepts, Function<String, T> meaning) {
        return with(new TextInput(
                name, label, typed -> hint, Optional.empty(), accepts, (typed, tick) -> give(meaning.apply(typed))));
    }
}
