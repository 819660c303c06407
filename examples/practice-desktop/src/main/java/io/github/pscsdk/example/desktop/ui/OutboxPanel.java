package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.work.OutboxModel;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.awt.BorderLayout;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What was drafted, waits or was rejected, and why. */
final class OutboxPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 12;
    private static final int WIDTH = 680;

    private final transient OutboxModel model;
    private final transient Texts texts;
    private final transient ItemWords words;
    private final transient EntryList list;
    private final JLabel state = new JLabel(" ");
    private final JButton send;
    private final JButton open;
    private final JButton discard;

    /** @param opening takes an item up in the form */
    OutboxPanel(OutboxModel model, Consumer<DeclarationItem> opening, ZoneId zone, Texts texts) {
        super(new BorderLayout(0, EDGE));
        this.model = model;
        this.texts = texts;
        words = new ItemWords(texts, zone);
        setName("outbox");
        setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        state.setName("outbox.state");
        send = Buttons.named("outbox.send", texts, model::deliverAll);
        open = Buttons.named("outbox.open", texts, () -> selected().ifPresent(opening));
        discard = Buttons.named("outbox.discard", texts, () -> selected().ifPresent(item -> model.discard(item.id())));
        list = new EntryList("outbox.list", texts.get("work.outbox"), this::refreshButtons);
        add(Paragraph.of(texts.get("outbox.intro"), WIDTH), BorderLayout.NORTH);
        add(list.component());
        add(new Column().with(state).gap(6).with(new Row(send, open, discard)), BorderLayout.SOUTH);
        refresh();
    }

    private Optional<DeclarationItem> selected() {
        return model.items().stream()
                .filter(item -> list.selected().filter(item.id()::equals).isPresent())
                .findFirst();
    }

    /** What the model holds now; the selection stays on its item. */
    void refresh() {
        list.show(model.items().stream().map(words::entry).toList());
        state.setText(SendingWords.of(model, list.isEmpty() ? texts.get("outbox.empty") : " ", texts));
        refreshButtons();
    }

    private void refreshButtons() {
        send.setEnabled(model.waiting() > 0 && !model.isBusy());
        var chosen = selected().filter(item -> item.phase() != Phase.WAITING);
        open.setEnabled(
                chosen.filter(item -> item.request().kind().isDeclaration()).isPresent());
        discard.setEnabled(chosen.isPresent());
    }
}
