package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.santefr.web.form.Control.ChoiceControl;
import io.github.pscsdk.example.santefr.web.form.Control.ChoiceControl.Choice;
import io.github.pscsdk.example.santefr.web.form.Control.TextControl;
import io.github.pscsdk.example.santefr.web.view.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field in which another version of the declaration has something else.
 *
 * @param label of the field
 * @param anchor where the form shows the field; empty where it has no such field
 * @param value what stands in the other version, in words; blank for nothing
 */
public record Difference(String label, Optional<String> anchor, String value) {
    /** Where {@code other} differs from the form that is shown, in the order of the form. */
    public static List<Difference> between(DeclarationForm shown, DeclarationForm other, Language language) {
        var here = fields(shown, language);
        var there = fields(other, language);
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .filter(name -> !value(here, name).equals(value(there, name)))
                .map(name -> new Difference(
                        (here.containsKey(name) ? here : there).get(name).label(),
                        Optional.of(Anchors.of(name)).filter(anchor -> here.containsKey(name)),
                        value(there, name)))
                .toList();
    }

    private static String value(Map<String, Field> fields, String name) {
        return fields.containsKey(name) ? fields.get(name).value() : "";
    }

    private record Field(String label, String value) {}

    private static Map<String, Field> fields(DeclarationForm form, Language language) {
        var fields = new LinkedHashMap<String, Field>();
        add(fields, "", form.place());
        for (var offer : form.offers()) {
            var title = Frame.texts(language).get(offer.title()) + " " + (offer.index() + 1);
            fields.put("offers[" + offer.index() + "].kind", new Field(title, title));
            add(fields, title + " – ", offer.what());
            add(fields, title + " – ", offer.access());
            offer.week()
                    .days()
                    .forEach(day -> fields.put(day.name(), new Field(title + " – " + day.label(), text(day))));
            add(fields, title + " – ", offer.hours());
        }
        add(fields, "", form.dates());
        add(fields, "", form.numbers());
        return fields;
    }

    private static void add(Map<String, Field> fields, String prefix, List<Control> controls) {
        controls.forEach(control -> fields.put(control.name(), new Field(prefix + control.label(), text(control))));
    }

    private static String text(Control control) {
        return control instanceof TextControl text
                ? text.value()
                : ((ChoiceControl) control)
                        .choices().stream()
                                .filter(Choice::chosen)
                                .map(Choice::label)
                                .collect(Collectors.joining(", "));
    }

    private static String text(WeekEditor.Day day) {
        var ranges = day.ranges().stream()
                .filter(range -> !(range.from() + range.to()).isBlank())
                .map(range -> range.from() + "–" + range.to());
        return Stream.concat(ranges, Stream.of(day.remark()).filter(remark -> !remark.isBlank()))
                .collect(Collectors.joining(", "));
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "Difference[" + label + "]";
    }
}
