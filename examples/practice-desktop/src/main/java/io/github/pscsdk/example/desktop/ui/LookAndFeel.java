package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;

/** How everything looks: FlatLaf with the colours of the pages, from the properties beside this class. */
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
}
