package io.github.pscsdk.example.desktop.ui;

import java.util.function.Consumer;
import javax.swing.JComponent;

/** What a person fills a field with. */
interface FieldEditor {
    JComponent component();

    String value();

    void show(String value);

    /** Is called after each change by the person. */
    void onTyping(Consumer<String> listener);
}
