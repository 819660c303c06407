package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** Components below each other, all at the left. */
final class Column extends JPanel {
    private static final long serialVersionUID = 1L;

    static final int WIDTH = 560;

    Column() {
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        setAlignmentX(Component.LEFT_ALIGNMENT);
    }

    /** On paper of its own, with round corners. */
    static Column card() {
        return Colours.style(new Column(), "background: $Psc.paper; border: 12,16,12,16,$Psc.line,1,10")
                .opaque();
    }

    /** On tinted paper, for what is to be read beside something else. */
    static Column aside() {
        return Colours.style(new Column(), "background: $Psc.tint; border: 16,16,16,16,$Psc.tint,1,10")
                .opaque();
    }

    private Column opaque() {
        setOpaque(true);
        return this;
    }

    /** What scrolls where the window is too small. */
    static JScrollPane scrolling(JPanel content) {
        var scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        return scroll;
    }

    /** This in the middle of a screen. */
    JScrollPane centred() {
        var panel = new JPanel(new GridBagLayout());
        panel.add(this, new GridBagConstraints());
        return scrolling(panel);
    }

    Column with(JComponent component) {
        component.setAlignmentX(Component.LEFT_ALIGNMENT);
        add(component);
        return this;
    }

    /** With that gap below. */
    Column with(JComponent component, int gap) {
        return with(component).gap(gap);
    }

    Column gap(int height) {
        add(Box.createVerticalStrut(UIScale.scale(height)));
        return this;
    }
}
