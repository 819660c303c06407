package io.github.pscsdk.example.desktop.ui;

import javax.swing.JButton;

/** A button whose text others wrote, such as a card or a plug-in: Swing would take one that begins as HTML for markup. */
final class PlainButton {
    private PlainButton() {}

    static JButton of(String text, String name) {
        var button = new JButton();
        button.putClientProperty("html.disable", true);
        button.setText(text);
        button.setName(name);
        return button;
    }
}
