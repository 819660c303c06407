package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.DeclarationWords;
import io.github.pscsdk.example.desktop.declaration.DeclarationWords.Reason;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** Asks why, before a declaration is withdrawn, since that is an end. No window of its own: it would stay when the screen locks. */
final class WithdrawalRow {
    private static final int WIDTH = 680;

    private final JComboBox<Line> reasons = new JComboBox<>();
    private final Column column = new Column();
    private final JButton go;

    private record Line(String code, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** @param listener takes the code of the reason, and closes the row once it is kept */
    WithdrawalRow(Consumer<String> listener, Texts texts) {
        reasons.setName("withdrawal.reason");
        reasons.addItem(new Line("", texts.get("choice.unset")));
        for (Reason reason : DeclarationWords.reasons(texts.language())) {
            reasons.addItem(new Line(reason.code(), reason.words()));
        }
        var label = new JLabel(texts.get("withdrawal.reason"));
        label.setLabelFor(reasons);
        go = Buttons.named("withdrawal.go", texts, () -> {
            // Each press would be a request of its own.
            goOnce();
            listener.accept(code());
        });
        reasons.addActionListener(event -> go.setEnabled(!code().isEmpty()));
        column.gap(8)
                .with(Paragraph.of(texts.get("withdrawal.end"), WIDTH))
                .gap(4)
                .with(new Row(label, reasons, go, Buttons.named("withdrawal.cancel", texts, this::close)));
        close();
    }

    JComponent component() {
        return column;
    }

    private void goOnce() {
        go.setEnabled(false);
    }

    /** The reason stays as it was chosen: it could not be kept. */
    void again() {
        go.setEnabled(true);
    }

    void open() {
        column.setVisible(true);
        reasons.requestFocusInWindow();
    }

    void close() {
        reasons.setSelectedIndex(0);
        go.setEnabled(false);
        column.setVisible(false);
    }

    private String code() {
        return reasons.getSelectedItem() instanceof Line line ? line.code() : "";
    }
}
