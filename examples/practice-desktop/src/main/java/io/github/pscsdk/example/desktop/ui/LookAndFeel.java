package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIManager;

/** How everything looks. */
public final class LookAndFeel {
    private LookAndFeel() {}

    /** Before the first window: FlatLaf, light, larger than its default since a screen at a counter is read standing. */
    public static void install() {
        FlatLightLaf.setup();
        var defaults = UIManager.getLookAndFeelDefaults();
        var font = defaults.getFont("defaultFont");
        defaults.put("defaultFont", font.deriveFont(font.getSize2D() * 1.1f));
    }
}
