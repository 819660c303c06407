package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.commandline.internal.Keyboard;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Shows one step after the other, as the person chooses. */
final class GuidedWalk {
    private final LoginGuide guide;
    private final StepText text;
    private final Screen screen;
    private final Keyboard keyboard;
    private final Deque<LoginGuide.Step> behind = new ArrayDeque<>();

    GuidedWalk(LoginGuide guide, StepText text, Screen screen, Keyboard keyboard) {
        this.guide = guide;
        this.text = text;
        this.screen = screen;
        this.keyboard = keyboard;
    }

    /** Returns when the person quits, or nothing more can be typed. */
    void from(LoginGuide.Step first) throws InterruptedException {
        var step = first;
        screen.show(text.shown(step));
        while (true) {
            screen.show(List.of(""));
            screen.ask(
                    step.choices().isEmpty() ? "guide.ask.end" : "guide.ask",
                    step.choices().size());
            var typed = keyboard.line()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .orElse("q");
            if (typed.equals("q")) {
                return;
            }
            var next = next(step, typed);
            if (next == step) {
                screen.say("guide.again");
            } else {
                step = next;
                screen.show(List.of(""));
                screen.show(text.shown(step));
            }
        }
    }

    /** The same step where that was no answer. */
    private LoginGuide.Step next(LoginGuide.Step step, String typed) {
        if (typed.equals("b")) {
            return behind.isEmpty() ? step : behind.pop();
        }
        // Two digits at most: no number that an int cannot hold.
        var number = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > step.choices().size()) {
            return step;
        }
        behind.push(step);
        return guide.answer(step.choices().get(number - 1));
    }
}
