package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** A panel with a component in the middle and others at its edges. */
class BorderPanel extends JPanel {
    static final int EDGE = 16;

    BorderPanel() {
        super(new BorderLayout(UIScale.scale(EDGE), UIScale.scale(EDGE / 2)));
    }

    /** With room around what is in it. */
    static BorderPanel edged(int height) {
        var pane = new BorderPanel();
        edge(pane, height);
        return pane;
    }

    static void edge(JComponent component, int height) {
        var high = UIScale.scale(height);
        var wide = UIScale.scale(EDGE);
        component.setBorder(BorderFactory.createEmptyBorder(high, wide, high, wide));
    }

    /** Scrolls where the window is too small. */
    static JScrollPane scrolling(JComponent content) {
        var scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(EDGE);
        return scroll;
    }

    final BorderPanel with(JComponent component, String where) {
        add(component, where);
        return this;
    }

    /** In place of all that was there. */
    final void show(JComponent component, String where) {
        removeAll();
        add(component, where);
        revalidate();
        repaint();
    }
}
