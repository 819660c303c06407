package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.View;

/** Text that wraps at a width, looks like a label and can be copied. */
final class Paragraph extends JTextArea {
    private final int width;

    Paragraph(String text, int width) {
        super(text);
        this.width = UIScale.scale(width);
        setEditable(false);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setBorder(BorderFactory.createEmptyBorder());
        setFocusable(false);
        setFont(new JLabel().getFont());
        getAccessibleContext().setAccessibleName(text);
    }

    /** @param level 1 for the largest */
    Paragraph heading(int level) {
        setFont(UIManager.getFont("h" + level + ".font"));
        return bold();
    }

    Paragraph bold() {
        setFont(getFont().deriveFont(Font.BOLD));
        return this;
    }

    Paragraph quiet() {
        return LookAndFeel.quiet(this);
    }

    Paragraph wrong() {
        return LookAndFeel.wrong(this);
    }

    Paragraph named(String name) {
        setName(name);
        return this;
    }

    /** Keys go there, to select and to copy it. */
    Paragraph copyable() {
        setFocusable(true);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
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
