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
    private static final long serialVersionUID = 1L;

    private final int width;

    private Paragraph(String text, int width) {
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

    static Paragraph of(String text, int width) {
        return new Paragraph(text, width);
    }

    /** In bold and largest: the question of a step. */
    static Paragraph title(String text, int width) {
        return of(text, width, "h1.font");
    }

    /** In bold and larger. */
    static Paragraph heading(String text, int width) {
        return of(text, width, "h2.font");
    }

    /** In bold and a little larger: what comes below a heading. */
    static Paragraph subheading(String text, int width) {
        return of(text, width, "h3.font");
    }

    private static Paragraph of(String text, int width, String font) {
        var paragraph = new Paragraph(text, width);
        paragraph.setFont(UIManager.getFont(font).deriveFont(Font.BOLD));
        return paragraph;
    }

    Paragraph inBold() {
        setFont(getFont().deriveFont(Font.BOLD));
        return this;
    }

    /** Keys go there, to select and to copy it. */
    Paragraph copyable() {
        setFocusable(true);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return this;
    }

    Paragraph named(String name) {
        setName(name);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        // The height of the lines as they wrap at that width. Not by setSize, which would have it laid out again, for
        // ever.
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
