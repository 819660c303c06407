package io.github.pscsdk.example.desktop.ui;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Runs an action after each change of a text field. */
final class TypingListener implements DocumentListener {
    private final Runnable after;

    TypingListener(Runnable after) {
        this.after = after;
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        after.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        after.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        after.run();
    }
}
