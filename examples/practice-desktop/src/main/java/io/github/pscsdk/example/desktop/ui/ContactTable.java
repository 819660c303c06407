package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableCellRenderer;

/** Who keeps the contact details, by profession. Words wrap; a row that is selected can be copied. */
final class ContactTable {
    private static final List<String> COLUMNS = List.of("profession", "body", "address", "delay");
    private static final List<Integer> SHARES = List.of(31, 31, 22, 16);
    private static final int EDGE = 4;

    private final Column column = new Column();

    ContactTable(LoginGuide.Step step, int width, Texts texts) {
        var rows = step.contacts().stream().map(contact -> row(contact, step.source(), texts));
        var table = new JTable(new Rows(rows.toList(), texts));
        table.setName("guide.contacts");
        table.getAccessibleContext().setAccessibleName(texts.get("guide.contacts"));
        table.setShowGrid(true);
        table.setIntercellSpacing(new Dimension(1, 1));
        table.getTableHeader().setReorderingAllowed(false);
        table.getTableHeader().setResizingAllowed(false);
        var renderer = wrapping(width);
        for (var i = 0; i < COLUMNS.size(); i++) {
            var shown = table.getColumnModel().getColumn(i);
            shown.setPreferredWidth(UIScale.scale(width(i, width)));
            shown.setCellRenderer(renderer);
        }
        for (var row = 0; row < table.getRowCount(); row++) {
            table.setRowHeight(row, height(table, row));
        }
        // The tabulator leads on to the choices, not from cell to cell.
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        column.with(table.getTableHeader()).with(table);
    }

    JComponent component() {
        return column;
    }

    private static List<String> row(LoginGuide.Contact contact, LoginGuide.Source read, Texts texts) {
        var address = contact.body().address().map(URI::toString);
        return List.of(
                contact.label(),
                body(contact.body(), read, texts),
                address.orElseGet(() -> texts.get("guide.contacts.unknown")),
                contact.delay().orElseGet(() -> texts.get("guide.contacts.no-delay")));
    }

    /** With its source where it was not read where the step was. */
    private static String body(LoginGuide.Link body, LoginGuide.Source read, Texts texts) {
        return body.source().equals(read)
                ? body.label()
                : body.label() + " (" + body.source().inWords(texts.language().locale()) + ")";
    }

    private static int width(int column, int all) {
        return all * SHARES.get(column) / 100;
    }

    private static TableCellRenderer wrapping(int width) {
        return (table, value, isSelected, hasFocus, row, column) -> {
            var text = Paragraph.of(value.toString(), width(column, width) - 2 * EDGE - 1);
            var edge = UIScale.scale(EDGE);
            text.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
            text.setOpaque(true);
            text.setBackground(isSelected ? table.getSelectionBackground() : table.getBackground());
            text.setForeground(isSelected ? table.getSelectionForeground() : table.getForeground());
            return text;
        };
    }

    private static int height(JTable table, int row) {
        return IntStream.range(0, COLUMNS.size())
                .map(i -> table.prepareRenderer(table.getCellRenderer(row, i), row, i)
                        .getPreferredSize()
                        .height)
                .max()
                .orElseThrow();
    }

    private static final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<List<String>> rows;
        private final transient Texts texts;

        Rows(List<List<String>> rows, Texts texts) {
            this.rows = rows;
            this.texts = texts;
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int index) {
            return texts.get("guide.contacts." + COLUMNS.get(index));
        }

        @Override
        public Object getValueAt(int row, int index) {
            return rows.get(row).get(index);
        }
    }
}
