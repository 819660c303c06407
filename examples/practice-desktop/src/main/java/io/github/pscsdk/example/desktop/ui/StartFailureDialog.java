package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import javax.swing.JOptionPane;

/** Tells why the program cannot start. */
public final class StartFailureDialog {
    private StartFailureDialog() {}

    /** Shows it until it is read. */
    public static void show(PscException failure, Texts texts) {
        var content = new Column(texts, Column.WIDTH);
        content.put(RemedyPanel.of(failure.problem(), texts, Column.WIDTH), 8);
        content.say(0, "app.detail", failure.getMessage()).quiet();
        JOptionPane.showMessageDialog(null, content, texts.get("app.wrong"), JOptionPane.ERROR_MESSAGE);
    }
}
