package io.github.pscsdk.command.internal.guide;

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
    List<String> shown(LoginGuide.Step step) {
        return lines(
                step.title(),
                step,
                (number, choice) -> "  " + number + ") " + choice.label() + elsewhere(step, choice.source()));
    }

    /** Every step, with the id of the one that each choice leads to. */
    List<String> tree(LoginGuide guide) {
        var lines = new ArrayList<String>();
        for (var step : guide.steps()) {
            lines.addAll(lines(
                    "[" + step.id() + "] " + step.title(),
                    step,
                    (number, choice) ->
                            "  " + choice.label() + " -> [" + choice.next() + "]" + elsewhere(step, choice.source())));
            lines.add("");
        }
        return lines;
    }

    private List<String> lines(
            String title, LoginGuide.Step step, BiFunction<Integer, LoginGuide.Choice, String> choice) {
        var lines = new ArrayList<String>();
        lines.add(title);
        for (var number = 1; number <= step.steps().size(); number++) {
            lines.add("  " + number + ". " + sentence(step, step.steps().get(number - 1)));
        }
        step.contacts().forEach(contact -> lines.add("  - " + contact(step, contact)));
        step.links().forEach(link -> lines.add("  > " + link(step, link)));
        step.notes().forEach(note -> lines.add("  * " + sentence(step, note)));
        lines.add("  " + texts.get("guide.source", step.source()));
        lines.add("");
        for (var number = 1; number <= step.choices().size(); number++) {
            lines.add(choice.apply(number, step.choices().get(number - 1)));
        }
        return lines;
    }

    private String sentence(LoginGuide.Step step, LoginGuide.Part sentence) {
        return sentence.text() + elsewhere(step, sentence.source());
    }

    private String contact(LoginGuide.Step step, LoginGuide.Contact contact) {
        var delay = contact.delay()
                .map(text -> ", " + texts.get("guide.delay", text))
                .orElse("");
        return contact.label() + ": " + link(step, contact.body()) + delay;
    }

    private String link(LoginGuide.Step step, LoginGuide.Part link) {
        var address = link.address().map(Object::toString).orElseGet(() -> texts.get("guide.address.unknown"));
        return texts.get("guide.entry", link.text(), address) + elsewhere(step, link.source());
    }

    /** Where a part of the step was read that was not read where the step was. */
    private String elsewhere(LoginGuide.Step step, String source) {
        return source.equals(step.source()) ? "" : " (" + source + ")";
    }
}
