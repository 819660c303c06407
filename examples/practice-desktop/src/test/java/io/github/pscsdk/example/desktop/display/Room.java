package io.github.pscsdk.example.desktop.display;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** Whether words are cut off. */
public final class Room {
    private Room() {}

    /** On the event dispatch thread: nothing there with words in it is smaller than it wants to be, or reaches beyond what it is in. */
    public static boolean isEnough(Container container) {
        return Arrays.stream(container.getComponents())
                .filter(Component::isVisible)
                .allMatch(
                        child -> hasRoom(child, container) && (!(child instanceof Container inner) || isEnough(inner)));
    }

    private static boolean hasRoom(Component component, Container around) {
        if (!(component instanceof JLabel
                || component instanceof AbstractButton
                || component instanceof JTextComponent)) {
            return true;
        }
        var wanted = component.getPreferredSize();
        return component.getWidth() >= wanted.width
                && component.getHeight() >= wanted.height
                && component.getX() + component.getWidth() <= around.getWidth();
    }
}
