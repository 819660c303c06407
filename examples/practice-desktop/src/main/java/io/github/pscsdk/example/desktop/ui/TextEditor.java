package io.github.pscsdk.example.desktop.ui;

import java.awt.KeyboardFocusManager;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.DefaultCaret;
import javax.swing.text.JTextComponent;

/** A line of text, or some lines. */
final class TextEditor implements FieldEditor {
    private static final int COLUMNS = 40;

    private final JTextComponent text;
    private final JComponent component;

    private TextEditor(JTextComponent text, JComponent component, String name) {
        this.text = text;
        this.component = component;
        text.setName(name);
    }

    static TextEditor line(String name) {
        var field = new JTextField(COLUMNS);
        return new TextEditor(field, field, name);
    }

    static TextEditor lines(String name, int rows) {
        var area = new JTextArea(rows, COLUMNS);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        // Tab leads to the next field, as everywhere in the form.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return new TextEditor(area, new JScrollPane(area), name);
    }

    @Override
    public JComponent component() {
        return component;
    }

    @Override
    public JComponent first() {
        return text;
    }

    @Override
    public String value() {
        return text.getText();
    }

    @Override
    public void show(String value) {
        if (!value.equals(text.getText())) {
            // The caret stays at the beginning: where it moves, the form scrolls along.
            var caret = (DefaultCaret) text.getCaret();
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
            text.setText(value);
            caret.setUpdatePolicy(DefaultCaret.UPDATE_WHEN_ON_EDT);
        }
    }

    @Override
    public void onTyping(Consumer<String> listener) {
        text.getDocument().addDocumentListener(new TypingListener(() -> listener.accept(text.getText())));
    }
}
