package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JComponent;

/** The colours that mean something, by their names in the properties of the look: light and dark have their own. */
final class Colours {
    private Colours() {}

    static <T extends JComponent> T wrong(T component) {
        return style(component, "foreground: $Psc.bad");
    }

    static <T extends JComponent> T quiet(T component) {
        return style(component, "foreground: $Psc.soft");
    }

    static <T extends JComponent> T warning(T component) {
        component.setOpaque(true);
        return style(component, "background: $Psc.notice; foreground: $Psc.noticeInk");
    }

    static <T extends JComponent> T style(T component, String style) {
        component.putClientProperty(FlatClientProperties.STYLE, style);
        return component;
    }
}
