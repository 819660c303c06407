package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.JComponent;

/** FlatLaf with the colours of the pages, in light and dark, by their names in the properties beside this class. */
public final class LookAndFeel {
    private LookAndFeel() {}

    /** Before the first window: light. */
    public static void install() {
        FlatLaf.registerCustomDefaultsSource(LookAndFeel.class.getPackageName());
        FlatLightLaf.setup();
    }

    /** Dark where it is light, in all windows. */
    static void change() {
        if (FlatLaf.isLafDark()) {
            FlatLightLaf.setup();
        } else {
            FlatDarkLaf.setup();
        }
        FlatLaf.updateUI();
    }

    static <T extends JComponent> T wrong(T component) {
        return styled(component, "foreground: $Psc.bad");
    }

    static <T extends JComponent> T quiet(T component) {
        return styled(component, "foreground: $Psc.soft");
    }

    static <T extends JComponent> T warning(T component) {
        component.setOpaque(true);
        return styled(component, "background: $Psc.notice; foreground: $Psc.noticeInk");
    }

    static <T extends JComponent> T styled(T component, String style) {
        component.putClientProperty(FlatClientProperties.STYLE, style);
        return component;
    }
}
