package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** Asks for the reason of a withdrawal, which is an end. No window of its own: it would stay when the screen locks. */
final class WithdrawalRow {
    private static final int WIDTH = 680;

    private final JComboBox<String> reasons = new JComboBox<>();
    private final Column column;
    private final JButton go;
    private Optional<String> about = Optional.empty();

    WithdrawalRow(Texts texts) {
        reasons.setName("withdrawal.reason");
        reasons.addItem(texts.get("choice.unset"));
        for (var reason : WithdrawalReason.values()) {
            reasons.addItem(reason.term().in(texts.language()));
        }
        var label = new JLabel(texts.get("withdrawal.reason"));
        label.setLabelFor(reasons);
        go = LookAndFeel.wrong(Buttons.named("withdrawal.go", texts, () -> {}));
        reasons.addActionListener(event -> go.setEnabled(reasons.getSelectedIndex() > 0));
        column = new Column(texts, WIDTH).gap(8);
        column.say(8, "withdrawal.end");
        column.put(new Row(label, reasons, go, Buttons.named("withdrawal.cancel", texts, this::close)), 0);
        close();
    }

    /** @param listener takes the reason once it is given */
    void onReason(Consumer<WithdrawalReason> listener) {
        go.addActionListener(event -> {
            // Each press would be a request of its own.
            go.setEnabled(false);
            listener.accept(WithdrawalReason.values()[reasons.getSelectedIndex() - 1]);
        });
    }

    JComponent component() {
        return column;
    }

    /** Closes once the reason is kept; else it stays as it was chosen. */
    void told(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            close();
        }
        go.setEnabled(reasons.getSelectedIndex() > 0);
    }

    void open(String number) {
        about = Optional.of(number);
        column.setVisible(true);
        reasons.requestFocusInWindow();
    }

    /** Closes where that is not what it was opened for: a reason was for the one that was selected before. */
    void stayFor(Optional<String> number) {
        if (!about.equals(number)) {
            close();
        }
    }

    private void close() {
        about = Optional.empty();
        reasons.setSelectedIndex(0);
        column.setVisible(false);
    }
}
