package io.github.pscsdk.example.desktop.ui;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Runs something after each key. */
final class Typing implements DocumentListener {
    private final Runnable after;

    Typing(Runnable after) {
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
