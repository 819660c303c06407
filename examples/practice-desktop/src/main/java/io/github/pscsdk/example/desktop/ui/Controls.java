package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.Font;
import java.awt.event.HierarchyEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Makes buttons, labels and fields with their names. */
final class Controls {
    private Controls() {}

    /**
     * Before it has words: Swing would take those that begin as HTML for markup, and a file or a plug-in may say so.
     */
    static <T extends JComponent> T plain(T component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    static JLabel label(String words) {
        var label = plain(new JLabel());
        label.setText(words);
        return label;
    }

    static JLabel bold(String words) {
        var label = label(words);
        label.setFont(label.getFont().deriveFont(Font.BOLD));
        return label;
    }

    /** @param key of its words, and its name */
    static JButton named(String key, Texts texts, Runnable action) {
        return of(texts.get(key), key, action);
    }

    static JButton of(String words, String name, Runnable action) {
        var button = plain(new JButton());
        button.setText(words);
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** One of several of the same words: with a name of its own, and more words for a screen reader. */
    static JButton one(JButton button, String name, String spoken) {
        button.setName(name);
        button.getAccessibleContext().setAccessibleName(spoken);
        return button;
    }

    /** In the words of a link, without a border. */
    static JButton quiet(JButton button) {
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        return button;
    }

    /** The one strong button: Enter presses it for as long as it is shown. */
    static JButton main(JButton button) {
        button.addHierarchyListener(event -> {
            var root = SwingUtilities.getRootPane(button);
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && root != null) {
                if (button.isShowing()) {
                    root.setDefaultButton(button);
                } else if (root.getDefaultButton() == button) {
                    root.setDefaultButton(null);
                }
            }
        });
        return button;
    }

    /** Runs it after each change of the text, which is an edit that could be undone. */
    static void onTyping(JTextComponent field, Runnable action) {
        field.getDocument().addUndoableEditListener(event -> action.run());
    }
}
