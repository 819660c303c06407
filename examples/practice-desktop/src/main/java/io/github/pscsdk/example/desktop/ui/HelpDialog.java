package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/** A window beside the main one, with text to read and buttons below. Keys scroll it from wherever they go, and Escape closes it. */
abstract class HelpDialog extends JDialog {
    private static final long serialVersionUID = 1L;

    /** Of the text. */
    static final int WIDTH = 700;

    private static final int EDGE = 16;
    private static final int BAR = 24;
    private static final int HEIGHT = 640;

    private final JPanel content = new JPanel(new BorderLayout());
    private final JPanel remark = new JPanel(new BorderLayout());
    private final JPanel buttons = new JPanel(new BorderLayout());
    private final JScrollPane scroll = new JScrollPane(
            content, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);

    HelpDialog(Frame owner, String name) {
        super(owner, false);
        setName(name);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        var edge = UIScale.scale(EDGE);
        content.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(EDGE);
        add(scroll);
        add(below(), BorderLayout.SOUTH);
        setKeys();
        setPreferredSize(UIScale.scale(new Dimension(WIDTH + 2 * EDGE + BAR, HEIGHT)));
        pack();
        setLocationRelativeTo(owner);
    }

    private JPanel below() {
        var gap = UIScale.scale(EDGE / 2);
        var below = new JPanel(new BorderLayout(0, gap));
        below.setBorder(BorderFactory.createEmptyBorder(gap, UIScale.scale(EDGE), gap, UIScale.scale(EDGE)));
        below.add(remark);
        below.add(buttons, BorderLayout.SOUTH);
        return below;
    }

    private void setKeys() {
        getRootPane()
                .registerKeyboardAction(
                        event -> dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        // The text takes no keys, and the buttons are outside of what scrolls.
        var keys = scroll.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_PAGE_DOWN, 0), "scrollDown");
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_PAGE_UP, 0), "scrollUp");
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), "unitScrollDown");
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_UP, 0), "unitScrollUp");
    }

    /** Says everything in that language from now on: it stays open while the language changes. */
    abstract void speak(Texts texts);

    /** What to read, and what to do in it. */
    final void show(JComponent readable) {
        put(content, readable, BorderLayout.NORTH);
    }

    /** What stands between that and the buttons, which keep their keys. */
    final void remark(JComponent words) {
        put(remark, words, BorderLayout.CENTER);
    }

    /** The buttons at the bottom. */
    final void showBelow(JComponent bar) {
        put(buttons, bar, BorderLayout.CENTER);
    }

    private void put(JPanel place, JComponent component, String where) {
        place.removeAll();
        place.add(component, where);
        revalidate();
        repaint();
    }

    /** Has its beginning read first, once it is laid out; keys go to that component. */
    final void begin(JComponent first) {
        SwingUtilities.invokeLater(() -> {
            scroll.getVerticalScrollBar().setValue(0);
            first.requestFocusInWindow();
        });
    }

    /** The title, in the language of now. */
    final void entitle(String key, Texts texts) {
        setTitle(texts.get(key));
    }
}
