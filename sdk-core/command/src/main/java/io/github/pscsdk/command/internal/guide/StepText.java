package io.github.pscsdk.command.internal.guide;

import io.github.pscsdk.diagnostic.GuideChoice;
import io.github.pscsdk.diagnostic.GuideContact;
import io.github.pscsdk.diagnostic.GuideLink;
import io.github.pscsdk.diagnostic.GuideSource;
import io.github.pscsdk.diagnostic.GuideStep;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A step as a person reads it, alone or in the whole tree. */
final class StepText {
    private final Texts texts;

    StepText(Texts texts) {
        this.texts = texts;
    }

    /** With a number for each choice. */
    List<String> shown(GuideStep step) {
        return lines(step.title(), step, (number, choice) -> "  " + number + ") " + choice.label());
    }

    /** Every step, with the id of the one that each choice leads to. */
    List<String> tree(LoginGuide guide) {
        var lines = new ArrayList<String>();
        for (var step : guide.steps()) {
            lines.addAll(lines(
                    "[" + step.id() + "] " + step.title(),
                    step,
                    (number, choice) -> "  " + choice.label() + " -> [" + choice.next() + "]"));
            lines.add("");
        }
        return lines;
    }

    private List<String> lines(String title, GuideStep step, BiFunction<Integer, GuideChoice, String> choice) {
        var lines = new ArrayList<String>();
        lines.add(title);
        for (var number = 1; number <= step.steps().size(); number++) {
            lines.add("  " + number + ". " + step.steps().get(number - 1));
        }
        step.contacts().forEach(contact -> lines.add("  - " + contact(contact)));
        step.links().forEach(link -> lines.add("  > " + link(link)));
        step.notes().forEach(note -> lines.add("  * " + note.text() + " (" + source(note.source()) + ")"));
        lines.add("  " + texts.get("guide.source", source(step.source())));
        lines.add("");
        for (var number = 1; number <= step.choices().size(); number++) {
            lines.add(choice.apply(number, step.choices().get(number - 1)));
        }
        return lines;
    }

    private String contact(GuideContact contact) {
        var delay = contact.delay()
                .map(text -> ", " + texts.get("guide.delay", text))
                .orElse("");
        return contact.label() + ": " + link(contact.body()) + delay;
    }

    private String link(GuideLink link) {
        var address = link.address().map(Object::toString).orElseGet(() -> texts.get("guide.address.unknown"));
        return texts.get("guide.entry", link.label(), address);
    }

    private static String source(GuideSource source) {
        return source.name() + source.date().map(date -> ", " + date).orElse("");
    }
}
