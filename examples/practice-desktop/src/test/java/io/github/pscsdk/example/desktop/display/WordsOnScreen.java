package io.github.pscsdk.example.desktop.display;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/** All words in the windows that are open: to be read, in closed menus and boxes, or heard from a screen reader. */
public final class WordsOnScreen {
    private final Set<String> words = new TreeSet<>();

    private WordsOnScreen() {}

    /** On the event dispatch thread. What a person typed is not among them. */
    public static Set<String> all() {
        var screen = new WordsOnScreen();
        for (var window : Window.getWindows()) {
            if (window.isShowing()) {
                screen.read(window);
            }
        }
        screen.words.removeIf(String::isBlank);
        return screen.words;
    }

    private void read(Component component) {
        if (!component.isVisible()) {
            return;
        }
        if (component instanceof Frame frame) {
            words.add(frame.getTitle());
        } else if (component instanceof Dialog dialog) {
            words.add(dialog.getTitle());
        }
        own(component);
        spoken(component);
        if (component instanceof Container container && !(component instanceof JComboBox)) {
            for (var child : container.getComponents()) {
                read(child);
            }
        }
    }

    private void own(Component component) {
        if (component instanceof JLabel label) {
            add(label.getText());
        } else if (component instanceof AbstractButton button) {
            add(button.getText());
        } else if (component instanceof JTextComponent text && !text.isEditable()) {
            add(text.getText());
        } else if (component instanceof JComboBox<?> box) {
            IntStream.range(0, box.getItemCount())
                    .forEach(i -> add(box.getItemAt(i).toString()));
        } else if (component instanceof JTabbedPane tabs) {
            IntStream.range(0, tabs.getTabCount()).forEach(i -> add(tabs.getTitleAt(i)));
        } else if (component instanceof JTable table) {
            IntStream.range(0, table.getColumnCount()).forEach(column -> cells(table, column));
        } else if (component instanceof JMenuBar bar) {
            IntStream.range(0, bar.getMenuCount()).forEach(i -> entries(bar.getMenu(i)));
        }
    }

    private void cells(JTable table, int column) {
        add(table.getColumnName(column));
        IntStream.range(0, table.getRowCount())
                .forEach(row -> add(table.getValueAt(row, column).toString()));
    }

    private void entries(JMenu menu) {
        for (var item : menu.getMenuComponents()) {
            own(item);
        }
    }

    private void spoken(Component component) {
        var context = component.getAccessibleContext();
        if (context == null) {
            return;
        }
        add(context.getAccessibleDescription());
        if (component instanceof JList<?>) {
            IntStream.range(0, context.getAccessibleChildrenCount())
                    .forEach(i -> add(
                            context.getAccessibleChild(i).getAccessibleContext().getAccessibleName()));
        }
        if (component instanceof JTextComponent || component instanceof JList<?>) {
            add(context.getAccessibleName());
        }
    }

    private void add(String text) {
        if (text != null) {
            words.add(text);
        }
    }
}
