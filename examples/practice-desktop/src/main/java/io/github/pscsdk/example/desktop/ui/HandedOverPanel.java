package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.work.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.work.OutboxModel;
import java.awt.BorderLayout;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What was handed over, how it stands with it, and what can be done about it. */
final class HandedOverPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 12;
    private static final int WIDTH = 680;

    private final transient OutboxModel model;
    private final transient Texts texts;
    private final transient HandedOverWords words;
    private final transient EntryList list;
    private final transient WithdrawalRow withdrawal;
    private final JLabel state = new JLabel(" ");
    private final JButton confirm;
    private final JButton correct;
    private final JButton withdraw;

    /** @param correcting takes a declaration up in the form */
    HandedOverPanel(OutboxModel model, Consumer<HandedOverDeclaration> correcting, ZoneId zone, Texts texts) {
        super(new BorderLayout(0, EDGE));
        this.model = model;
        this.texts = texts;
        words = new HandedOverWords(new ItemWords(texts, zone));
        setName("handed");
        setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        state.setName("handed.outcome");
        confirm = Buttons.named("handed.confirm", texts, () -> selected().ifPresent(this::confirm));
        correct = Buttons.named("handed.correct", texts, () -> selected().ifPresent(correcting));
        withdraw = Buttons.named("handed.withdraw", texts, this::askWhy);
        withdrawal = new WithdrawalRow(reason -> selected().ifPresent(one -> withdraw(one, reason)), texts);
        list = new EntryList("handed.list", texts.get("work.handed"), this::chosen);
        add(Paragraph.of(texts.get("handed.intro"), WIDTH), BorderLayout.NORTH);
        add(list.component());
        add(
                new Column()
                        .with(state)
                        .gap(6)
                        .with(new Row(confirm, correct, withdraw))
                        .with(withdrawal.component()),
                BorderLayout.SOUTH);
        refresh();
    }

    private Optional<HandedOverDeclaration> selected() {
        return model.handedOver().stream()
                .filter(one -> list.selected().filter(one.number()::equals).isPresent())
                .findFirst();
    }

    /** A reason was for the one that was selected before. */
    private void chosen() {
        withdrawal.close();
        refreshButtons();
    }

    private void confirm(HandedOverDeclaration declaration) {
        model.confirm(UUID.randomUUID(), declaration);
    }

    private void askWhy() {
        withdrawal.open();
        revalidate();
    }

    private void withdraw(HandedOverDeclaration declaration, String reason) {
        model.withdraw(UUID.randomUUID(), declaration, reason, problem -> {
            if (problem.isEmpty()) {
                withdrawal.close();
            } else {
                withdrawal.again();
            }
        });
    }

    /** What the model holds now; the selection stays on its declaration. */
    void refresh() {
        list.show(model.handedOver().stream().map(words::entry).toList());
        state.setText(SendingWords.of(model, list.isEmpty() ? texts.get("handed.empty") : " ", texts));
        refreshButtons();
    }

    private void refreshButtons() {
        confirm.setEnabled(selected().filter(HandedOverDeclaration::mayConfirm).isPresent());
        correct.setEnabled(selected().filter(HandedOverDeclaration::mayCorrect).isPresent());
        var mayWithdraw = selected().filter(HandedOverDeclaration::mayWithdraw).isPresent();
        withdraw.setEnabled(mayWithdraw);
        if (!mayWithdraw) {
            withdrawal.close();
        }
    }
}
