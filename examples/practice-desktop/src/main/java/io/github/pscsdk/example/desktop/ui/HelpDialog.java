package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.ObservableModel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/** A window beside the main one, with text to read and buttons below. Keys scroll it, and Escape closes it. */
abstract class HelpDialog extends JDialog {
    /** Of the text. */
    static final int WIDTH = 700;

    private static final Dimension SIZE = new Dimension(WIDTH + 2 * BorderPanel.EDGE + 24, 640);

    private static final Map<String, String> KEYS =
            Map.of("PAGE_DOWN", "scrollDown", "PAGE_UP", "scrollUp", "DOWN", "unitScrollDown", "UP", "unitScrollUp");

    final Texts texts;

    private final List<Runnable> forget = new ArrayList<>();
    private final BorderPanel content = BorderPanel.edged(BorderPanel.EDGE);
    private final BorderPanel remark = new BorderPanel();
    private final BorderPanel buttons = new BorderPanel();
    private final JScrollPane scroll = BorderPanel.scrolling(content);

    /** @param name of the window; the key of its title begins with it */
    HelpDialog(HelpWindows windows, String name) {
        super(windows.owner(), windows.texts().get(name + ".title"), ModalityType.MODELESS);
        texts = windows.texts();
        setName(name);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll);
        add(
                BorderPanel.edged(BorderPanel.EDGE / 2)
                        .with(remark, BorderLayout.CENTER)
                        .with(buttons, BorderLayout.SOUTH),
                BorderLayout.SOUTH);
        getRootPane()
                .registerKeyboardAction(
                        event -> dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        // The text takes no keys, and the buttons are outside of what scrolls.
        var keys = scroll.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        KEYS.forEach((key, action) -> keys.put(KeyStroke.getKeyStroke(key), action));
        setPreferredSize(UIScale.scale(SIZE));
        pack();
        setLocationRelativeTo(windows.owner());
    }

    /** Draws the text and the buttons. */
    abstract void draw();

    /** Draws it now, and anew after each change of these models until it is closed. */
    final void follow(ObservableModel... models) {
        Stream.of(models).map(model -> model.onChange(this::draw)).forEach(forget::add);
        draw();
    }

    @Override
    public void dispose() {
        forget.forEach(Runnable::run);
        super.dispose();
    }

    /** The text to read, with its buttons. */
    final void show(JComponent readable) {
        content.show(readable, BorderLayout.NORTH);
    }

    /** A remark between the text and the buttons below, which keep their keys. */
    final void remark(JComponent words) {
        remark.show(words, BorderLayout.CENTER);
    }

    final void showBelow(JComponent... bar) {
        buttons.show(Column.row(bar), BorderLayout.CENTER);
    }

    /** Has its beginning read first, once it is laid out; keys go to that component. */
    final void begin(JComponent first) {
        SwingUtilities.invokeLater(() -> {
            scroll.getVerticalScrollBar().setValue(0);
            first.requestFocusInWindow();
        });
    }
}
