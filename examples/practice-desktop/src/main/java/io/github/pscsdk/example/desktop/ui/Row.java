package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.FlowLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Components beside each other, all at the left. */
final class Row extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int GAP = 8;

    Row(JComponent... components) {
        super(new FlowLayout(FlowLayout.LEADING, UIScale.scale(GAP), 0));
        // The layout leaves its gap at the left edge too.
        ((FlowLayout) getLayout()).setAlignOnBaseline(true);
        setOpaque(false);
        for (var component : components) {
            add(component);
        }
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }
}
