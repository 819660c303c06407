package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import javax.swing.JButton;

/** Makes buttons. */
final class Buttons {
    private Buttons() {}

    /** @param key of its words, and its name */
    static JButton named(String key, Texts texts, Runnable action) {
        var button = new JButton(texts.get(key));
        button.setName(key);
        button.addActionListener(event -> action.run());
        return button;
    }
}
