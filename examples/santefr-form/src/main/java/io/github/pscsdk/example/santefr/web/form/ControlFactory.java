package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.rules.ValueLists.ValueList;
import io.github.pscsdk.example.santefr.web.form.Control.ChoiceControl;
import io.github.pscsdk.example.santefr.web.form.Control.ChoiceControl.Choice;
import io.github.pscsdk.example.santefr.web.form.Control.TextControl;
import io.github.pscsdk.example.santefr.web.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the controls of a form, with their texts and notes. */
final class ControlFactory {
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final Notes notes;

    ControlFactory(Notes notes) {
        this.notes = notes;
    }

    TextControl line(String name, Optional<String> value) {
        return text(name, value, 1, false);
    }

    TextControl fixed(String name, Optional<String> value) {
        return text(name, value, 1, true);
    }

    TextControl area(String name, Optional<String> value) {
        return text(name, value, 4, false);
    }

    /** Several of a list; what was chosen and is not of it stays. */
    ChoiceControl several(String name, List<String> given, ValueList values) {
        return several(
                name, given, values.values().stream().map(ValueList.Value::text).toList());
    }

    ChoiceControl several(String name, List<String> given, List<String> values) {
        return choice(name, true, given, values);
    }

    /** One of a list, or nothing. */
    ChoiceControl one(String name, Optional<String> given, ValueList values) {
        return choice(
                name,
                false,
                given.stream().toList(),
                values.values().stream().map(ValueList.Value::text).toList());
    }

    /** One box for yes. */
    ChoiceControl yes(String name, Optional<String> given) {
        return choice(
                name, true, given.filter(value -> !value.equals("f")).stream().toList(), List.of("t"));
    }

    private TextControl text(String name, Optional<String> value, int lines, boolean readOnly) {
        return new TextControl(name, label(name), hint(name), value.orElse(""), lines, readOnly, notes.at(name));
    }

    private ChoiceControl choice(String name, boolean many, List<String> given, List<String> values) {
        var choices = new ArrayList<Choice>();
        Stream.concat(values.stream(), given.stream())
                .distinct()
                .forEach(value -> choices.add(new Choice(value, word(name, value), given.contains(value))));
        return new ChoiceControl(name, label(name), hint(name), many, choices, notes.at(name));
    }

    private String label(String name) {
        return texts().get("field." + general(name));
    }

    private String hint(String name) {
        return texts().find("hint." + general(name)).orElse("");
    }

    // What the published files call a value is what it is called here, unless it is a code.
    private String word(String name, String value) {
        return texts().find("value." + general(name) + "." + value).orElse(value);
    }

    private Texts texts() {
        return Frame.texts(notes.language());
    }

    private static String general(String name) {
        return INDEX.matcher(name).replaceAll("");
    }
}
