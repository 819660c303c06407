package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** What a person fills a field with. */
interface FieldEditor {
    JComponent component();

    /** Where the keys go when the name of the field is chosen. */
    default JComponent first() {
        return component();
    }

    String value();

    void show(String value);

    /** Is called after each change by the person. */
    void onTyping(Consumer<String> listener);

    /**
     * Shows what the rules found, in place of what they found before, where this has a place for it.
     *
     * @return those for which it has none
     */
    default List<FieldFinding> show(List<FieldFinding> found) {
        return found;
    }
}
