package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Draws an entry on some lines. */
final class EntryRenderer implements ListCellRenderer<Entry> {
    private static final int EDGE = 6;

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Entry> list, Entry entry, int index, boolean selected, boolean focused) {
        var foreground = selected ? list.getSelectionForeground() : list.getForeground();
        var column = new Column();
        column.setOpaque(true);
        column.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        column.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE)));
        var title = new JLabel(entry.title());
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        title.setForeground(foreground);
        column.with(title);
        var spoken = new StringBuilder(entry.title());
        for (var line : entry.lines()) {
            var label = new JLabel(line.words());
            label.setForeground(foreground);
            column.with(line.isWrong() && !selected ? Colours.wrong(label) : label);
            spoken.append(", ").append(line.words());
        }
        column.getAccessibleContext().setAccessibleName(spoken.toString());
        return column;
    }
}
