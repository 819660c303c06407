package io.github.pscsdk.example.desktop.ui;

import java.awt.Color;
import javax.swing.JComponent;

/** The three colours that mean something; on white, each has a contrast of 4.5 or more. */
final class Colours {
    private static final Color WRONG = new Color(0xB3, 0x1D, 0x1D);
    private static final Color QUIET = new Color(0x5A, 0x5A, 0x5A);
    private static final Color WARNING_BACKGROUND = new Color(0xFF, 0xF3, 0xCD);

    private Colours() {}

    static <T extends JComponent> T wrong(T component) {
        component.setForeground(WRONG);
        return component;
    }

    static <T extends JComponent> T quiet(T component) {
        component.setForeground(QUIET);
        return component;
    }

    static <T extends JComponent> T warning(T component) {
        component.setOpaque(true);
        component.setBackground(WARNING_BACKGROUND);
        return component;
    }
}
