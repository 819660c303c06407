package io.github.pscsdk.example.desktop.ui;

import java.net.URI;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Fields to type in, and to copy from. */
final class TextFields {
    private TextFields() {}

    /** An address that no click opens. */
    static JTextField address(URI page, String name, String spoken) {
        var field = new JTextField(page.toString());
        field.setName(name);
        field.setEditable(false);
        field.getAccessibleContext().setAccessibleName(spoken);
        return field;
    }

    /** Runs it after each change. */
    static void onTyping(JTextComponent field, Runnable action) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                action.run();
            }
        });
    }
}
