package io.github.pscsdk.loginui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.text.View;

/** Text that wraps at a width and looks like a label. It is never taken for markup. */
final class WrappedText extends JTextArea {
    private static final float HEADING = 1.4f;

    private final int width;

    WrappedText(String text, int width) {
        super(text);
        this.width = width;
        setEditable(false);
        setOpaque(false);
        // Nimbus paints the background even so.
        setBackground(new Color(0, 0, 0, 0));
        setLineWrap(true);
        setWrapStyleWord(true);
        setBorder(BorderFactory.createEmptyBorder());
        setFocusable(false);
        setFont(new JLabel().getFont());
    }

    @Override
    public void setText(String text) {
        super.setText(text);
        getAccessibleContext().setAccessibleName(text);
    }

    WrappedText named(String name) {
        setName(name);
        return this;
    }

    WrappedText bold() {
        setFont(getFont().deriveFont(Font.BOLD));
        return this;
    }

    WrappedText heading() {
        setFont(getFont().deriveFont(Font.BOLD, getFont().getSize2D() * HEADING));
        return this;
    }

    /** The height of the lines as they wrap at the width. Not by setSize, which would lay it out again, for ever. */
    @Override
    public Dimension getPreferredSize() {
        var lines = getUI().getRootView(this);
        lines.setSize(width, Short.MAX_VALUE);
        var edge = getInsets();
        var height = (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS));
        return new Dimension(width + edge.left + edge.right, height + edge.top + edge.bottom);
    }

    /** Nothing: the caret, which nobody sees, would have the window scroll to its end. */
    @Override
    public void scrollRectToVisible(Rectangle part) {}

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }
}
