package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.Phase;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Draws an entry on two or three lines. */
final class ItemRenderer implements ListCellRenderer<Item> {
    private static final int EDGE = 6;

    private final ItemWords words;

    ItemRenderer(ItemWords words) {
        this.words = words;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Item> list, Item item, int index, boolean selected, boolean focused) {
        var foreground = selected ? list.getSelectionForeground() : list.getForeground();
        var column = new Column();
        column.setOpaque(true);
        column.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        column.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE)));
        var title = new JLabel(words.title(item));
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        title.setForeground(foreground);
        var state = new JLabel(words.state(item));
        state.setForeground(foreground);
        column.with(title).with(state);
        words.reason(item).ifPresent(reason -> {
            var line = new JLabel(reason);
            line.setForeground(foreground);
            column.with(selected || item.phase() == Phase.WAITING ? line : Colours.wrong(line));
        });
        column.getAccessibleContext().setAccessibleName(title.getText() + ", " + state.getText());
        return column;
    }
}
