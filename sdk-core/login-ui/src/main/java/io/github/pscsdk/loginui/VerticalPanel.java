package io.github.pscsdk.loginui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.event.HierarchyEvent;
import java.util.TreeMap;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * Texts and controls below each other, all at the left, in one language. Gaps are in the size of the font, which
 * follows the screen's resolution where the look and feel does.
 */
final class VerticalPanel extends JPanel {
    private static final int WIDTH = 38;
    private static final double LINE = 0.3;

    private final Texts texts;
    private final int width = pixels(WIDTH);

    VerticalPanel(Texts texts) {
        this.texts = texts;
        var edge = pixels(1);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
        putClientProperty("FlatLaf.styleClass", "psc-login");
    }

    /** So many sizes of the font. */
    static int pixels(double sizes) {
        return (int) Math.round(sizes * new JLabel().getFont().getSize2D());
    }

    /** At which texts wrap. */
    int width() {
        return width;
    }

    void gap(double sizes) {
        add(Box.createVerticalStrut(pixels(sizes)));
    }

    /** @param gap below it */
    <T extends JComponent> T put(T component, double gap) {
        component.setAlignmentX(LEFT_ALIGNMENT);
        add(component);
        gap(gap);
        return component;
    }

    WrappedText text(String words, double gap) {
        return put(new WrappedText(words, width), gap);
    }

    /** A text with its key as the name. */
    WrappedText say(double gap, String key, Object... values) {
        return text(texts.get(key, values), gap).named(key);
    }

    /** A button with the name of its key. */
    JButton button(String key, double gap, Runnable action) {
        return put(button(texts.get(key), key, action), gap);
    }

    /** A problem: its name, the steps to take, and the code to tell a support desk. */
    void remedy(Problem problem, double gap) {
        var remedy = problem.remedy(texts.language().locale());
        text(remedy.title(), LINE).bold().named("remedy.title");
        var steps = remedy.steps();
        for (var number = 1; number <= steps.size(); number++) {
            text(number + ". " + steps.get(number - 1), LINE);
        }
        say(gap, "app.code", problem.code());
    }

    /** A notice: as its problem, with its facts. */
    void remedy(Diagnostic notice, double gap) {
        remedy(notice.problem(), LINE);
        new TreeMap<>(notice.facts()).forEach((name, fact) -> say(LINE, "login.fact", name, fact));
        gap(gap);
    }

    static JButton button(String words, String name, Runnable action) {
        var button = plain(new JButton());
        button.setText(words);
        button.setName(name);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** Before it has words: Swing would take those that begin as HTML for markup, and a plug-in may say so. */
    static <T extends JComponent> T plain(T component) {
        component.putClientProperty("html.disable", true);
        return component;
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
}
