package io.github.pscsdk.example.desktop.ui;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** A screen with its content in the middle; it scrolls where the window is too small. */
final class CentredScreen {
    private CentredScreen() {}

    static JScrollPane of(JComponent content) {
        var panel = new JPanel(new GridBagLayout());
        panel.add(content, new GridBagConstraints());
        var scroll = new JScrollPane(panel);
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        return scroll;
    }
}
