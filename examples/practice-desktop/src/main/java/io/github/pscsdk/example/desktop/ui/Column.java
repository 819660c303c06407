package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Components below each other, all at the left. */
final class Column extends JPanel {
    private static final long serialVersionUID = 1L;

    static final int WIDTH = 560;

    Column() {
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        setAlignmentX(Component.LEFT_ALIGNMENT);
    }

    Column with(JComponent component) {
        component.setAlignmentX(Component.LEFT_ALIGNMENT);
        add(component);
        return this;
    }

    Column gap(int height) {
        add(Box.createVerticalStrut(UIScale.scale(height)));
        return this;
    }
}
