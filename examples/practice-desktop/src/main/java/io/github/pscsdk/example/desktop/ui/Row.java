package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.util.Arrays;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Components beside each other, all at the left, each as wide as it needs. */
final class Row extends JPanel {
    private static final int GAP = 8;

    Row(JComponent... components) {
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        setOpaque(false);
        var areParagraphs = Arrays.stream(components).allMatch(Paragraph.class::isInstance);
        for (var component : components) {
            if (getComponentCount() > 0) {
                add(Box.createHorizontalStrut(UIScale.scale(GAP)));
            }
            component.setAlignmentY(areParagraphs ? TOP_ALIGNMENT : CENTER_ALIGNMENT);
            component.setMaximumSize(component.getPreferredSize());
            add(component);
        }
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }
}
