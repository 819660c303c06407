package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import javax.swing.JOptionPane;

/** Tells why the program cannot start. */
public final class StartFailureDialog {
    private StartFailureDialog() {}

    /** Shows it until it is read. */
    public static void show(PscException failure, Texts texts) {
        var content = new Column()
                .with(RemedyPanel.of(failure.problem(), texts, Column.WIDTH), 8)
                .with(Colours.quiet(Paragraph.of(texts.get("app.detail", failure.getMessage()), Column.WIDTH)));
        JOptionPane.showMessageDialog(null, content, texts.get("app.wrong"), JOptionPane.ERROR_MESSAGE);
    }
}
